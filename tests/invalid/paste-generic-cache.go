package main

import "sync"

type Cache[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]V
}

func (c *Cache[K, V]) Get(k K) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.m[k]
}

func New[K comparable, V any]() *Cache { return &Cache[K, V]{} }

func main() {
	c := New()
	c.Get(1)
	var d Cache[[]int, string]
	d.Put("x")
	var e Cache[int]
	_ = Cache{}
	_ = e
}
