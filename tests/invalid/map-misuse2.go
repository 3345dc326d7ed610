package main

import "fmt"

type K struct{ s []int }

func main() {
	n := map[K]int{}
	var o map[func()]int
	p := map[string]int{"a": "b", 1: 2, "c"}
	p[1] = 2
	p["x"] = "y"
	v, ok, z := p["a"]
	if p["a"] { }
	delete(p)
	p.foo = 3
	len(p)
	&p["a"]
	q := &p["a"]
	p[nil] = 1
	fmt.Println(n, o, v, ok, z)
}
