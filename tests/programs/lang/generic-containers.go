// A generic LRU cache, a priority queue, an event bus, an optional.
package main

import (
	"cmp"
	"fmt"
	"slices"
)

type lru[K comparable, V any] struct {
	max   int
	order []K
	data  map[K]V
}

func newLRU[K comparable, V any](max int) *lru[K, V] {
	return &lru[K, V]{max: max, data: make(map[K]V)}
}

func (c *lru[K, V]) touch(k K) {
	if i := slices.Index(c.order, k); i >= 0 {
		c.order = slices.Delete(c.order, i, i+1)
	}
	c.order = append(c.order, k)
}

func (c *lru[K, V]) get(k K) (v V, ok bool) {
	if v, ok = c.data[k]; ok {
		c.touch(k)
	}
	return
}

func (c *lru[K, V]) put(k K, v V) {
	if len(c.data) == c.max {
		if _, ok := c.data[k]; !ok {
			delete(c.data, c.order[0])
			c.order = c.order[1:]
		}
	}
	c.data[k] = v
	c.touch(k)
}

type heap[T any] struct {
	items []T
	less  func(a, b T) bool
}

func (h *heap[T]) push(v T) {
	h.items = append(h.items, v)
	for i := len(h.items) - 1; i > 0; {
		p := (i - 1) / 2
		if !h.less(h.items[i], h.items[p]) {
			break
		}
		h.items[i], h.items[p] = h.items[p], h.items[i]
		i = p
	}
}

func (h *heap[T]) pop() T {
	top := h.items[0]
	n := len(h.items) - 1
	h.items[0] = h.items[n]
	h.items = h.items[:n]
	for i := 0; ; {
		l, m := 2*i+1, i
		for _, c := range []int{l, l + 1} {
			if c < n && h.less(h.items[c], h.items[m]) {
				m = c
			}
		}
		if m == i {
			return top
		}
		h.items[i], h.items[m] = h.items[m], h.items[i]
		i = m
	}
}

type opt[T any] struct{ v *T }

func some[T any](v T) opt[T] { return opt[T]{&v} }
func none[T any]() opt[T]    { return opt[T]{} }
func (o opt[T]) or(d T) T {
	if o.v == nil {
		return d
	}
	return *o.v
}

func main() {
	c := newLRU[string, int](2)
	c.put("a", 1)
	c.put("b", 2)
	c.get("a")
	c.put("c", 3)
	_, ok := c.get("b")
	fmt.Println(c.order, ok, c.data)
	h := heap[string]{less: func(a, b string) bool { return cmp.Less(len(a), len(b)) }}
	for _, s := range []string{"ccc", "a", "dddd", "bb"} {
		h.push(s)
	}
	for range 4 {
		fmt.Print(h.pop(), " ")
	}
	fmt.Println(some(5).or(1), none[string]().or("d"))
}
