// Package sync: mutual exclusion and waiting. The word h of each type is the runtime's handle
// on its state; 0 is the zero value.
package sync

import "internal/region"

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is a mutual exclusion lock.
type Mutex struct {
	h uint64
}

func (m *Mutex) Lock()
func (m *Mutex) TryLock() bool
func (m *Mutex) Unlock()

// A RWMutex is held by any number of readers or one writer.
type RWMutex struct {
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

// RLocker returns a Locker that locks for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

// A WaitGroup waits until a counter is zero.
type WaitGroup struct {
	h uint64
}

func (wg *WaitGroup) Add(delta int)
func (wg *WaitGroup) Done()
func (wg *WaitGroup) Wait()

// Go calls f in a new goroutine that the group counts.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			if x := recover(); x != nil {
				panic(x)
			}
			wg.Done()
		}()
		f()
	}()
}

// A Once runs a function once.
type Once struct {
	h uint64
}

// begin reports whether the function is to be run; otherwise it has returned already.
func (o *Once) begin() bool

func (o *Once) finish()

// Do calls f if it is the first call of Do for o; every call returns after f has.
func (o *Once) Do(f func()) {
	if o.begin() {
		defer o.finish()
		f()
	}
}

// OnceFunc returns a function that calls f once. If f panics, every call panics.
func OnceFunc(f func()) func() {
	var (
		once  Once
		valid bool
		p     any
	)
	g := func() {
		defer func() {
			p = recover()
			if !valid {
				panic(p)
			}
		}()
		f()
		f = nil
		valid = true
	}
	return func() {
		once.Do(g)
		if !valid {
			panic(p)
		}
	}
}

// OnceValue returns a function that calls f once and returns its value.
func OnceValue[T any](f func() T) func() T {
	var (
		once   Once
		valid  bool
		p      any
		result T
	)
	g := func() {
		defer func() {
			p = recover()
			if !valid {
				panic(p)
			}
		}()
		result = f()
		f = nil
		valid = true
	}
	return func() T {
		once.Do(g)
		if !valid {
			panic(p)
		}
		return result
	}
}

// OnceValues returns a function that calls f once and returns its values.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var (
		once  Once
		valid bool
		p     any
		r1    T1
		r2    T2
	)
	g := func() {
		defer func() {
			p = recover()
			if !valid {
				panic(p)
			}
		}()
		r1, r2 = f()
		f = nil
		valid = true
	}
	return func() (T1, T2) {
		once.Do(g)
		if !valid {
			panic(p)
		}
		return r1, r2
	}
}

// A Cond lets goroutines wait for an event.
type Cond struct {
	h uint64
	L Locker
}

// NewCond returns a Cond with Locker l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// enqueue adds the goroutine to the waiters and gives its ticket.
func (c *Cond) enqueue() uint64

// park waits until the ticket is called.
func (c *Cond) park(ticket uint64)

// Wait unlocks c.L, waits for Signal or Broadcast, and locks c.L again.
func (c *Cond) Wait() {
	t := c.enqueue()
	c.L.Unlock()
	c.park(t)
	c.L.Lock()
}

func (c *Cond) Signal()
func (c *Cond) Broadcast()

// A Pool keeps values for reuse.
type Pool struct {
	h     uint64
	items []any
	New   func() any
}

// Put adds x to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	region.Enter(&p.h)
	p.items = append(p.items, x)
	region.Exit(&p.h)
}

// Get takes a value from the pool, or makes a new one.
func (p *Pool) Get() any {
	var x any
	region.Enter(&p.h)
	if n := len(p.items); n > 0 {
		x = p.items[n-1]
		p.items[n-1] = nil
		p.items = p.items[:n-1]
	}
	region.Exit(&p.h)
	if x == nil && p.New != nil {
		x = p.New()
	}
	return x
}

// A Map is a map for use by several goroutines at once.
type Map struct {
	h uint64
	m map[any]any
}

// Load returns the value of a key.
func (m *Map) Load(key any) (value any, ok bool) {
	region.Enter(&m.h)
	value, ok = m.m[key]
	region.Exit(&m.h)
	return value, ok
}

func (m *Map) set(key, value any) {
	if m.m == nil {
		m.m = make(map[any]any)
	}
	m.m[key] = value
}

// Store sets the value of a key.
func (m *Map) Store(key, value any) {
	region.Enter(&m.h)
	m.set(key, value)
	region.Exit(&m.h)
}

// LoadOrStore returns the value of the key if present; otherwise it stores the given one.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	region.Enter(&m.h)
	actual, loaded = m.m[key]
	if !loaded {
		m.set(key, value)
		actual = value
	}
	region.Exit(&m.h)
	return actual, loaded
}

// LoadAndDelete deletes the key and returns its value.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	region.Enter(&m.h)
	value, loaded = m.m[key]
	delete(m.m, key)
	region.Exit(&m.h)
	return value, loaded
}

// Delete deletes the key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// Swap sets the value of a key and returns the previous one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	region.Enter(&m.h)
	previous, loaded = m.m[key]
	m.set(key, value)
	region.Exit(&m.h)
	return previous, loaded
}

// CompareAndSwap replaces old by new.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	region.Enter(&m.h)
	if value, ok := m.m[key]; ok && value == old {
		m.m[key] = new
		swapped = true
	}
	region.Exit(&m.h)
	return swapped
}

// CompareAndDelete deletes the key if its value is old.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	region.Enter(&m.h)
	if value, ok := m.m[key]; ok && value == old {
		delete(m.m, key)
		deleted = true
	}
	region.Exit(&m.h)
	return deleted
}

// Range calls f for each key and value until it returns false.
func (m *Map) Range(f func(key, value any) bool) {
	region.Enter(&m.h)
	keys := make([]any, 0, len(m.m))
	for k := range m.m {
		keys = append(keys, k)
	}
	region.Exit(&m.h)
	for _, k := range keys {
		v, ok := m.Load(k)
		if ok && !f(k, v) {
			return
		}
	}
}

// Clear deletes all keys.
func (m *Map) Clear() {
	region.Enter(&m.h)
	clear(m.m)
	region.Exit(&m.h)
}
