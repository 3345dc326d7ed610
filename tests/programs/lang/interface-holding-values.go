// Interfaces hold copies; methods through interfaces; equality of interfaces; nil inside.
package main

import "fmt"

type shape interface {
	area() float64
	scale(float64)
}

type rect struct{ w, h float64 }

func (r *rect) area() float64   { return r.w * r.h }
func (r *rect) scale(f float64) { r.w *= f; r.h *= f }

type circle struct{ r *float64 }

func (c circle) area() float64   { return 3 * *c.r * *c.r }
func (c circle) scale(f float64) { *c.r *= f }

type num int

func main() {
	r := rect{2, 3}
	rad := 1.0
	shapes := []shape{&r, circle{&rad}}
	for _, s := range shapes {
		s.scale(2)
		fmt.Println(s.area())
	}
	fmt.Println(r, rad)
	n := num(5)
	var a any = n
	n = 6
	fmt.Println(a, n, a == any(num(5)), a == any(5))
	arr := [2]int{1, 2}
	a = arr
	arr[0] = 99
	fmt.Println(a.([2]int)[0], arr[0])
	sl := []int{1, 2}
	a = sl
	sl[0] = 99
	fmt.Println(a.([]int)[0])
	var s shape
	fmt.Println(s == nil)
	var rp *rect
	s = rp
	fmt.Println(s == nil, s.(*rect) == nil)
	x, y := any(&r), any(&r)
	fmt.Println(x == y, x == any(&rect{4, 6}), any(r) == any(rect{4, 6}))
	var e1, e2 error
	fmt.Println(e1 == e2)
	m := map[any]int{1: 1, num(1): 2, "1": 3, [1]int{1}: 4, rect{}: 5}
	fmt.Println(len(m), m[num(1)], m[[1]int{1}], m[rect{}], m[int64(1)])
}
