// Package sync has the primitives for goroutines that share memory.
// The states of Mutex, RWMutex, WaitGroup, Once and Cond live in the machine; h is a handle to them.
package sync

import "internal/region"

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// noCopy is a field of what go vet does not let be copied.
type noCopy struct{}

// A Mutex is held by at most one goroutine.
type Mutex struct {
	_ noCopy
	h uint64
}

func (m *Mutex) Lock()
func (m *Mutex) TryLock() bool
func (m *Mutex) Unlock()

// A RWMutex is held by any number of readers or one writer.
type RWMutex struct {
	_ noCopy
	h uint64
}

func (rw *RWMutex) Lock()
func (rw *RWMutex) TryLock() bool
func (rw *RWMutex) Unlock()
func (rw *RWMutex) RLock()
func (rw *RWMutex) TryRLock() bool
func (rw *RWMutex) RUnlock()

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// RLocker returns a Locker that locks and unlocks for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

// A WaitGroup waits for a number of tasks.
type WaitGroup struct {
	_ noCopy
	h uint64
}

func (wg *WaitGroup) Add(delta int)
func (wg *WaitGroup) Done()
func (wg *WaitGroup) Wait()

// Go calls f in a new goroutine that counts as a task.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			// A panic ends the program: nobody may be woken before.
			if x := recover(); x != nil {
				panic(x)
			}
			wg.Done()
		}()
		f()
	}()
}

// A Once does something once.
type Once struct{ h uint64 }

// begin waits while another call is under way, and tells whether this one is the first.
func (o *Once) begin() bool
func (o *Once) finish()

// Do calls f if it is the first call of Do.
func (o *Once) Do(f func()) {
	if o.begin() {
		defer o.finish()
		f()
	}
}

// OnceFunc returns a function that calls f once; a panic of f is repeated by every call.
func OnceFunc(f func()) func() {
	call := OnceValue(func() struct{} {
		f()
		return struct{}{}
	})
	return func() { call() }
}

// OnceValue returns a function that calls f once and returns its value every time.
func OnceValue[T any](f func() T) func() T {
	var (
		once   Once
		done   bool
		reason any
		value  T
	)
	return func() T {
		once.Do(func() {
			defer func() {
				f = nil
				reason = recover()
				if !done {
					panic(reason)
				}
			}()
			value = f()
			done = true
		})
		if !done {
			panic(reason)
		}
		return value
	}
}

type pair[T1, T2 any] struct {
	v1 T1
	v2 T2
}

// OnceValues returns a function that calls f once and returns its values every time.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	call := OnceValue(func() pair[T1, T2] {
		v1, v2 := f()
		return pair[T1, T2]{v1, v2}
	})
	return func() (T1, T2) {
		p := call()
		return p.v1, p.v2
	}
}

// A Cond is where goroutines wait for an event; L is held when they look and when they wait.
type Cond struct {
	L Locker
	h uint64
}

// NewCond returns a Cond with the given lock.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) enter() uint64
func (c *Cond) wait(n uint64)

// Wait unlocks c.L, waits to be woken, and locks it again.
func (c *Cond) Wait() {
	n := c.enter()
	c.L.Unlock()
	c.wait(n)
	c.L.Lock()
}

func (c *Cond) Signal()
func (c *Cond) Broadcast()

// A Pool keeps values for later use.
type Pool struct {
	h     uint64
	first *pooled // the value put into an empty pool: taken first
	rest  []*pooled

	// New makes a value when there is none.
	New func() any
}

// pooled is a value in a pool. What happened before it was put there happens before it is used
// again, and says nothing about other values.
type pooled struct {
	h uint64
	x any
}

func (p *Pool) size() int {
	n := len(p.rest)
	if p.first != nil {
		n++
	}
	return n
}

// Put adds x.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	region.Enter()
	e := &pooled{x: x}
	region.Release(&e.h)
	if p.first == nil {
		p.first = e
	} else {
		p.rest = append(p.rest, e)
	}
	region.Leave(&p.h, p.size())
}

// Get takes a value out, or makes one.
func (p *Pool) Get() (x any) {
	region.Enter()
	e := p.first
	p.first = nil
	if n := len(p.rest); e == nil && n > 0 {
		e = p.rest[n-1]
		p.rest[n-1] = nil
		p.rest = p.rest[:n-1]
	}
	if e != nil {
		region.Acquire(&e.h)
		x = e.x
	}
	region.Leave(&p.h, p.size())
	if x == nil && p.New != nil {
		x = p.New()
	}
	return x
}

// A Map is a map[any]any that goroutines may use at the same time. What happened before a write
// happens before a read of the same key that sees it. Writers come one after the other.
type Map struct {
	h    uint64 // what Clear leaves
	lock uint64 // what writers leave for each other
	m    map[any]*entry
	size int // how many keys are there
}

// entry is the place of a key, which stays when the key is deleted.
type entry struct {
	h     uint64
	there bool
	value any
}

// hashes has a key, so that looking one up in it finds out whether that can be hashed.
var hashes = map[any]bool{0: true}

// read returns the place of a key, after all that happened before the last write to it.
func (m *Map) read(key any) *entry {
	_ = hashes[key]
	region.Acquire(&m.h)
	e := m.m[key]
	if e == nil {
		return &entry{}
	}
	region.Acquire(&e.h)
	return e
}

// write sets the value of a key.
func (m *Map) write(key any, there bool, value any) {
	region.Acquire(&m.lock)
	e := m.m[key]
	if e == nil {
		if m.m == nil {
			m.m = make(map[any]*entry)
		}
		e = &entry{}
		m.m[key] = e
	}
	region.Acquire(&e.h)
	if there && !e.there {
		m.size++
	} else if !there && e.there {
		m.size--
	}
	e.there, e.value = there, value
	region.Release(&e.h)
	region.Release(&m.lock)
}

// Load returns the value of a key, and whether there is one.
func (m *Map) Load(key any) (value any, ok bool) {
	region.Enter()
	e := m.read(key)
	value, ok = e.value, e.there
	region.Leave(&m.h, m.size)
	return
}

// Store sets the value of a key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Clear deletes everything.
func (m *Map) Clear() {
	region.Enter()
	region.Acquire(&m.lock)
	m.m, m.size = nil, 0
	region.Release(&m.h)
	region.Release(&m.lock)
	region.Leave(&m.h, m.size)
}

// LoadOrStore returns the value of a key if there is one, else stores and returns the given one.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	region.Enter()
	e := m.read(key)
	if actual, loaded = e.value, e.there; !loaded {
		m.write(key, true, value)
		actual = value
	}
	region.Leave(&m.h, m.size)
	return
}

// LoadAndDelete deletes a key and returns the value it had.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	region.Enter()
	e := m.read(key)
	if value, loaded = e.value, e.there; loaded {
		m.write(key, false, nil)
	}
	region.Leave(&m.h, m.size)
	return
}

// Delete deletes a key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// Swap sets the value of a key and returns the one it had.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	region.Enter()
	e := m.read(key)
	previous, loaded = e.value, e.there
	m.write(key, true, value)
	region.Leave(&m.h, m.size)
	return
}

// CompareAndSwap sets the value of a key if it is old.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	region.Enter()
	if e := m.read(key); e.there && e.value == old {
		m.write(key, true, new)
		swapped = true
	}
	region.Leave(&m.h, m.size)
	return
}

// CompareAndDelete deletes a key if its value is old.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	region.Enter()
	if e := m.read(key); e.there && e.value == old {
		m.write(key, false, nil)
		deleted = true
	}
	region.Leave(&m.h, m.size)
	return
}

// Range calls f for each key and value until it returns false.
func (m *Map) Range(f func(key, value any) bool) {
	region.Enter()
	keys := make([]any, 0, len(m.m))
	for k, e := range m.m {
		if e.there {
			keys = append(keys, k)
		}
	}
	region.Leave(&m.h, m.size)
	for i := range keys {
		// A small map's order begins anywhere and goes round; this one has no order at all.
		if left := len(keys) - i; i > 0 && left > 1 && len(keys) <= 8 {
			j := i + int(choose(uint32(left)))
			keys[i], keys[j] = keys[j], keys[i]
		}
		if v, ok := m.Load(keys[i]); ok && !f(keys[i], v) {
			break
		}
	}
}

// choose returns a number below n that the schedule decides.
func choose(n uint32) uint32
