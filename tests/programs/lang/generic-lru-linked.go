package main

import (
	"fmt"
	"iter"
	"strings"
)

type node[K comparable, V any] struct {
	key        K
	val        V
	prev, next *node[K, V]
}

type Cache[K comparable, V any] struct {
	m    map[K]*node[K, V]
	root node[K, V]
	cap  int
}

func New[K comparable, V any](cap int) *Cache[K, V] {
	c := &Cache[K, V]{m: map[K]*node[K, V]{}, cap: cap}
	c.root.next, c.root.prev = &c.root, &c.root
	return c
}

func (c *Cache[K, V]) unlink(n *node[K, V]) { n.prev.next, n.next.prev = n.next, n.prev }
func (c *Cache[K, V]) front(n *node[K, V]) {
	n.next, n.prev = c.root.next, &c.root
	c.root.next.prev = n
	c.root.next = n
}
func (c *Cache[K, V]) Get(k K) (v V, ok bool) {
	n, ok := c.m[k]
	if !ok {
		return v, false
	}
	c.unlink(n)
	c.front(n)
	return n.val, true
}
func (c *Cache[K, V]) Put(k K, v V) {
	if n := c.m[k]; n != nil {
		n.val = v
		c.unlink(n)
		c.front(n)
		return
	}
	if len(c.m) >= c.cap {
		last := c.root.prev
		c.unlink(last)
		delete(c.m, last.key)
	}
	n := &node[K, V]{key: k, val: v}
	c.m[k] = n
	c.front(n)
}
func (c *Cache[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for n := c.root.next; n != &c.root; n = n.next {
			if !yield(n.key, n.val) {
				return
			}
		}
	}
}

type point struct{ x, y int }

func main() {
	c := New[point, string](3)
	for i, w := range strings.Fields("alpha beta gamma delta") {
		c.Put(point{i, i * i}, w)
	}
	c.Get(point{1, 1})
	for k, v := range c.All() {
		fmt.Println(k, v)
		if k.x == 3 {
			break
		}
	}
	next, stop := iter.Pull2(c.All())
	k, v, ok := next()
	fmt.Println(k, v, ok)
	stop()
	k, v, ok = next()
	fmt.Printf("%v %q %v\n", k, v, ok)
	fmt.Printf("%T %T\n", c, c.root)
}
