package main

import "fmt"

type T struct{ A int }
type U struct{ A int }
type V struct{ B int }

func main() {
	x := int("5")
	y := string(3.5)
	z := []byte(5)
	a := float64("x")
	b := bool(1)
	c := T(V{1})
	d := T(U{1})
	e := (*T)(&U{})
	f := []int([]string{})
	g := map[string]int(nil)
	h := int(nil)
	i := error("x")
	j := interface{ M() }(T{})
	k := func()(5)
	l := [3]int([]string{})
	m := uint8(256)
	n := int(3.7)
	fmt.Println(x, y, z, a, b, c, d, e, f, g, h, i, j, k, l, m, n)
}
