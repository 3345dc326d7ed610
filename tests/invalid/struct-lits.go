package main

import (
	"fmt"
	"sync"
	"time"
)

type Addr struct{ Street, City string }
type P struct {
	Name string
	Age  int
	Addr
	tags map[string]string
}

func main() {
	a := P{"x", 3}
	b := P{Name: "x", 3}
	c := P{Name: "x", Name: "y"}
	d := P{Street: "s"}
	e := P{Addr{"s", "c"}, "x"}
	f := &P{Foo: 1}
	g := []P{{"x", 1, Addr{}, nil}, {1}, "z"}
	h := map[string]P{"a": {Name: 1}, 2: {}}
	i := [...]int{1, 2, "3"}
	j := [2]string{"a", "b", "c"}
	k := struct{ X int }{Y: 1}
	l := sync.Mutex{state: 1}
	m := time.Time{1, 2, nil}
	n := int{3}
	o := []int{"a": 1}
	p := Undefined{1}
	q := map[[]int]string{}
	r := P{nil, nil, nil, nil}
	fmt.Println(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r)
}
