// The shallowest name wins; equal depths are ambiguous only when used.
package main

import "fmt"

type a struct{ x, y int }
type b struct{ x, z int }
type c struct {
	a
	b
	x string
}
type d struct {
	c
	y float64
}

type base struct{ id int }

func (b *base) setID(n int) { b.id = n }
func (b base) getID() int   { return b.id }

type mid struct{ base }
type top struct {
	*mid
	tag string
}

func main() {
	v := d{c{a{1, 2}, b{3, 4}, "cx"}, 5.5}
	fmt.Println(v.x, v.a.x, v.b.x, v.y, v.c.y, v.z)
	t := top{&mid{}, "t"}
	t.setID(42)
	fmt.Println(t.getID(), t.mid.base.id, t.id)
	u := t
	u.setID(7)
	fmt.Println(t.id)
	f := t.getID
	t.setID(8)
	fmt.Println(f(), top.getID(t), (*mid).getID(t.mid))
}
