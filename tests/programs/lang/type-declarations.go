// Definitions, aliases, local types, recursive types.
package main

import "fmt"

type (
	celsius    float64
	fahrenheit float64
	temp       = celsius
	tree       struct {
		left, right *tree
		v           int
	}
	visitor func(*tree)
	graph   map[string][]string
	chain   []chain
	fnlist  func() fnlist
)

func (t *tree) walk(f visitor) {
	if t == nil {
		return
	}
	t.left.walk(f)
	f(t)
	t.right.walk(f)
}

func (t *tree) insert(v int) *tree {
	if t == nil {
		return &tree{v: v}
	}
	if v < t.v {
		t.left = t.left.insert(v)
	} else {
		t.right = t.right.insert(v)
	}
	return t
}

func main() {
	var t temp = 36.6
	fmt.Printf("%T %v %.1f\n", t, t, fahrenheit(t*9/5+32))
	var root *tree
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.insert(v)
	}
	root.walk(func(t *tree) { fmt.Print(t.v, " ") })
	fmt.Println()
	g := graph{"a": {"b", "c"}}
	fmt.Println(g, len(g["a"]))
	c := chain{chain{}, chain{chain{}}}
	fmt.Println(c, len(c[1]))
	n := 0
	var f fnlist
	f = func() fnlist { n++; return f }
	f()()()
	type local struct{ a, b int }
	type list []local
	fmt.Println(n, list{{1, 2}, {3, 4}})
	fmt.Printf("%T %T\n", local{}, g)
}
