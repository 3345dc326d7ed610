// A sharded map with generics, a hash of its own, and snapshots; many goroutines at once.
package main

import (
	"fmt"
	"maps"
	"slices"
	"sync"
)

type shard[V any] struct {
	sync.RWMutex
	items map[string]V
}

type Sharded[V any] []*shard[V]

func NewSharded[V any](n int) Sharded[V] {
	s := make(Sharded[V], n)
	for i := range s {
		s[i] = &shard[V]{items: make(map[string]V)}
	}
	return s
}

func fnv(s string) uint32 {
	h := uint32(2166136261)
	for _, c := range []byte(s) {
		h ^= uint32(c)
		h *= 16777619
	}
	return h
}

func (s Sharded[V]) of(key string) *shard[V] { return s[fnv(key)%uint32(len(s))] }

func (s Sharded[V]) Update(key string, f func(V, bool) V) {
	sh := s.of(key)
	sh.Lock()
	defer sh.Unlock()
	old, ok := sh.items[key]
	sh.items[key] = f(old, ok)
}

func (s Sharded[V]) Get(key string) (V, bool) {
	sh := s.of(key)
	sh.RLock()
	defer sh.RUnlock()
	v, ok := sh.items[key]
	return v, ok
}

func (s Sharded[V]) Snapshot() map[string]V {
	all := make(map[string]V)
	for _, sh := range s {
		sh.RLock()
		maps.Copy(all, sh.items)
		sh.RUnlock()
	}
	return all
}

func main() {
	m := NewSharded[int](8)
	var wg sync.WaitGroup
	for w := range 10 {
		wg.Add(1)
		go func(w int) {
			defer wg.Done()
			for i := range 20 {
				m.Update(fmt.Sprintf("k%02d", (i+w)%20), func(old int, ok bool) int {
					if !ok {
						return 1
					}
					return old + 1
				})
			}
		}(w)
	}
	wg.Wait()
	snap := m.Snapshot()
	fmt.Println(len(snap), slices.Sorted(maps.Keys(snap))[:3], snap["k00"], snap["k19"])
	_, ok := m.Get("nope")
	fmt.Println(ok, fnv("hello"), fmt.Sprintf("%T", m))
	once := sync.OnceValues(func() (int, error) { fmt.Println("computed"); return len(snap), nil })
	for range 2 {
		fmt.Println(once())
	}
	var sm sync.Map
	for i := range 5 {
		sm.LoadOrStore(i%3, i)
	}
	n := 0
	sm.Range(func(k, v any) bool { n += v.(int); return true })
	fmt.Println(n)
	pool := sync.Pool{New: func() any { return new([]byte) }}
	b := pool.Get().(*[]byte)
	*b = append((*b)[:0], "data"...)
	pool.Put(b)
	fmt.Println(string(*b))
}
