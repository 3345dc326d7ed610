// Generic aliases, generic types embedded in others, method values of generic types.
package main

import "fmt"

type vec[T any] = []T
type table[V any] = map[string]V

type base[T any] struct{ val T }

func (b *base[T]) set(v T) { b.val = v }
func (b base[T]) get() T   { return b.val }

type derived struct {
	base[int]
	name string
}

type both[A, B any] struct {
	base[A]
	other base[B]
}

type node[T any] struct {
	children []*node[T]
	v        T
}

func (n *node[T]) walk(depth int, f func(int, T)) {
	f(depth, n.v)
	for _, c := range n.children {
		c.walk(depth+1, f)
	}
}

func main() {
	var v vec[int] = []int{1, 2}
	t := table[bool]{"x": true}
	fmt.Println(v, t)
	var d derived
	d.set(5)
	fmt.Println(d.get(), d.val, d)
	b := both[string, float64]{}
	b.set("s")
	b.other.set(1.5)
	fmt.Printf("%v %T\n", b, b)
	get := d.get
	d.set(6)
	fmt.Println(get(), d.base.get(), base[int].get(d.base))
	n := &node[string]{v: "root", children: []*node[string]{{v: "a"}, {v: "b", children: []*node[string]{{v: "c"}}}}}
	n.walk(0, func(d int, s string) { fmt.Print(d, s, " ") })
	fmt.Println()
}
