package main

import "fmt"

type K struct{ s []int }

func main() {
	m := map[string]int
	n := map[K]int{}
	var o map[func()]int
	p := map[string]int{"a": "b", 1: 2, "c"}
	p[1] = 2
	p["x"] = "y"
	v, ok, z := p["a"]
	if p["a"] { }
	for k, v, w := range p { }
	delete(p)
	p.foo = 3
	len(p)
	fmt.Println(n, o, v, ok, z)
}
