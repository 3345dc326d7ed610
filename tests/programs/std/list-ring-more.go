// The rest of container/list and container/ring.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
)

type h []int

func (x h) Len() int           { return len(x) }
func (x h) Less(i, j int) bool { return x[i] < x[j] }
func (x h) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x *h) Push(v any)        { *x = append(*x, v.(int)) }
func (x *h) Pop() any {
	old := *x
	v := old[len(old)-1]
	*x = old[:len(old)-1]
	return v
}

var _ heap.Interface = (*h)(nil)

func main() {
	l := list.New()
	var a *list.Element = l.PushBack(1)
	b := l.PushBack(2)
	c := l.PushBack(3)
	l.MoveAfter(a, b)
	l.MoveBefore(c, b)
	o := list.New()
	o.PushBack(0)
	l.PushFrontList(o)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println()
	r, s := ring.New(2), ring.New(3)
	r.Link(s)
	var p *ring.Ring = r
	fmt.Println(p.Len())
	x := &h{5, 2, 8}
	heap.Init(x)
	heap.Push(x, 1)
	for x.Len() > 0 {
		fmt.Print(heap.Pop(x), " ")
	}
	fmt.Println()
}
