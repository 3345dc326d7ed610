// A generic LRU cache with a lock, an eviction callback, and statistics by atomics.
package main

import (
	"container/list"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
)

type entry[K comparable, V any] struct {
	key K
	val V
}

type LRU[K comparable, V any] struct {
	mu           sync.Mutex
	cap          int
	ll           *list.List
	items        map[K]*list.Element
	onEvict      func(K, V)
	hits, misses atomic.Int64
}

func New[K comparable, V any](cap int, onEvict func(K, V)) *LRU[K, V] {
	return &LRU[K, V]{cap: cap, ll: list.New(), items: map[K]*list.Element{}, onEvict: onEvict}
}

func (c *LRU[K, V]) Get(k K) (v V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.items[k]; ok {
		c.ll.MoveToFront(e)
		c.hits.Add(1)
		return e.Value.(*entry[K, V]).val, true
	}
	c.misses.Add(1)
	return
}

func (c *LRU[K, V]) Put(k K, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.items[k]; ok {
		e.Value.(*entry[K, V]).val = v
		c.ll.MoveToFront(e)
		return
	}
	c.items[k] = c.ll.PushFront(&entry[K, V]{k, v})
	if c.ll.Len() > c.cap {
		last := c.ll.Back()
		e := c.ll.Remove(last).(*entry[K, V])
		delete(c.items, e.key)
		if c.onEvict != nil {
			c.onEvict(e.key, e.val)
		}
	}
}

func (c *LRU[K, V]) All() func(yield func(K, V) bool) {
	return func(yield func(K, V) bool) {
		for e := c.ll.Front(); e != nil; e = e.Next() {
			x := e.Value.(*entry[K, V])
			if !yield(x.key, x.val) {
				return
			}
		}
	}
}

type point struct{ x, y int }

func main() {
	c := New(2, func(k string, v point) { fmt.Printf("evict %q %+v\n", k, v) })
	c.Put("a", point{1, 2})
	c.Put("b", point{3, 4})
	_, _ = c.Get("a")
	c.Put("c", point{5, 6})
	_, ok := c.Get("b")
	fmt.Println(ok, c.hits.Load(), c.misses.Load())
	for k, v := range c.All() {
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println()
	for k := range c.All() {
		fmt.Println("first", k)
		break
	}
	var wg sync.WaitGroup
	d := New[int, int](100, nil)
	for i := range 50 {
		wg.Go(func() { d.Put(i, i*i) })
	}
	wg.Wait()
	m := maps.Collect(d.All())
	fmt.Println(len(m), slices.Sorted(maps.Keys(m))[:5], m[7])
	fmt.Printf("%T %T\n", c, d.items)
}
