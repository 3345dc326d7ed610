// container/heap as a priority queue.
package main

import (
	"container/heap"
	"fmt"
)

type item struct {
	name string
	prio int
	idx  int
}
type pq []*item

func (q pq) Len() int           { return len(q) }
func (q pq) Less(i, j int) bool { return q[i].prio > q[j].prio }
func (q pq) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].idx, q[j].idx = i, j
}
func (q *pq) Push(x any) {
	it := x.(*item)
	it.idx = len(*q)
	*q = append(*q, it)
}
func (q *pq) Pop() any {
	old := *q
	it := old[len(old)-1]
	*q = old[:len(old)-1]
	return it
}

func main() {
	q := pq{}
	for i, n := range []string{"c", "a", "d", "b"} {
		q = append(q, &item{n, i * 3 % 5, i})
	}
	heap.Init(&q)
	x := &item{name: "x", prio: 9}
	heap.Push(&q, x)
	x.prio = -1
	heap.Fix(&q, x.idx)
	r := heap.Remove(&q, 1).(*item)
	fmt.Println("removed", r.name)
	for q.Len() > 0 {
		it := heap.Pop(&q).(*item)
		fmt.Println(it.name, it.prio)
	}
}
