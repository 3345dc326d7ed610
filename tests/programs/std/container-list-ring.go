// container/list as an LRU order, container/ring.
package main

import (
	"container/list"
	"container/ring"
	"fmt"
)

func show(l *list.List) {
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

func main() {
	l := list.New()
	a := l.PushBack("a")
	b := l.PushBack("b")
	l.PushFront("z")
	l.InsertBefore("m", b)
	l.InsertAfter("n", a)
	show(l)
	l.MoveToFront(b)
	l.MoveToBack(a)
	show(l)
	fmt.Println(l.Remove(b), l.Front().Value, l.Back().Value, l.Back().Prev().Value)
	o := list.New()
	o.PushBack(1)
	l.PushBackList(o)
	show(l)
	l.Init()
	show(l)
	r := ring.New(4)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	sum := 0
	r.Do(func(v any) { sum += v.(int) })
	fmt.Println(sum, r.Value, r.Move(2).Value, r.Prev().Value)
	r.Unlink(2)
	fmt.Println(r.Len())
}
