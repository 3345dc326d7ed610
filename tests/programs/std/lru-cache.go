package main

import (
	"container/list"
	"fmt"
)

type entry struct {
	key   string
	value interface{}
}

type LRU struct {
	cap     int
	ll      *list.List
	items   map[string]*list.Element
	OnEvict func(key string, value interface{})
}

func NewLRU(cap int) *LRU {
	return &LRU{cap: cap, ll: list.New(), items: make(map[string]*list.Element, cap)}
}

func (c *LRU) Get(key string) (value interface{}, ok bool) {
	if e, hit := c.items[key]; hit {
		c.ll.MoveToFront(e)
		return e.Value.(*entry).value, true
	}
	return
}

func (c *LRU) Put(key string, v interface{}) {
	if e, ok := c.items[key]; ok {
		c.ll.MoveToFront(e)
		e.Value.(*entry).value = v
		return
	}
	c.items[key] = c.ll.PushFront(&entry{key, v})
	if c.ll.Len() > c.cap {
		last := c.ll.Back()
		c.ll.Remove(last)
		en := last.Value.(*entry)
		delete(c.items, en.key)
		if c.OnEvict != nil {
			c.OnEvict(en.key, en.value)
		}
	}
}

func main() {
	c := NewLRU(2)
	c.OnEvict = func(k string, v interface{}) { fmt.Printf("evicted %s=%v\n", k, v) }
	c.Put("a", 1)
	c.Put("b", []int{2, 3})
	fmt.Println(c.Get("a"))
	c.Put("c", struct{ X, Y int }{3, 4})
	_, ok := c.Get("b")
	fmt.Println(ok)
	c.Put("a", map[string]int{"z": 26, "a": 1})
	for e := c.ll.Front(); e != nil; e = e.Next() {
		fmt.Printf("%+v ", *e.Value.(*entry))
	}
	fmt.Println()
}
