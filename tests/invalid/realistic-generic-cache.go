package main

import "fmt"

type Cache[K, V any] struct {
	data map[K]V
}

func (c *Cache[K, V]) Get(k K) (V, bool) {
	v := c.data[k]
	return v
}

func New[K comparable, V any]() *Cache[K, V] {
	return Cache[K, V]{data: map[K]V{}}
}

func main() {
	c := New()
	d := New[string, int]()
	d.Set("a", 1)
	var v string = d.Get("a")
	fmt.Println(c, v)
}
