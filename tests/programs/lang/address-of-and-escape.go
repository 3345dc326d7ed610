// Addresses of elements, fields, composite literals, loop variables and parameters.
package main

import "fmt"

type big struct {
	arr [4]int
	sub struct{ p *int }
}

func param(x int) *int { x++; return &x }

func results() (r int, p *int) {
	p = &r
	r = 5
	*p += 10
	return
}

func main() {
	b := &big{}
	p := &b.arr[2]
	*p = 7
	b.sub.p = p
	*b.sub.p *= 2
	fmt.Println(b.arr, *param(1), *param(1))
	r, q := results()
	*q = 100
	fmt.Println(r, *q)
	var ps []*int
	for i := range 3 {
		ps = append(ps, &i)
	}
	*ps[0] += *ps[2]
	fmt.Println(*ps[0], *ps[1], *ps[2])
	s := []big{{}, {}}
	e := &s[0]
	s = append(s, big{})
	e.arr[0] = 1
	fmt.Println(s[0].arr[0], e.arr[0])
	m := &map[string]int{"a": 1}
	(*m)["b"] = 2
	fmt.Println(len(*m))
	f := &[]func() int{func() int { return 9 }}
	fmt.Println((*f)[0]())
	x := struct{ a, b *int }{new(int), new(int)}
	y := x
	*y.a = 3
	fmt.Println(*x.a, *x.b, x == y, x.a == x.b)
	pp := &p
	**pp = 1
	*pp = new(int)
	fmt.Println(b.arr[2], *p)
}
