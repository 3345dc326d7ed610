// Parallel assignment: operands first, then left to right.
package main

import "fmt"

func idx(n int) int { fmt.Print("idx", n, " "); return n }
func val(n int) int { fmt.Print("val", n, " "); return n }

type node struct {
	next *node
	v    int
}

func main() {
	a, b := 1, 2
	a, b = b, a
	fmt.Println(a, b)
	s := []int{10, 20, 30}
	i := 0
	i, s[i] = 2, 99
	fmt.Println(i, s)
	s[0], s[0] = 1, 2
	fmt.Println(s)
	s[idx(1)], s[idx(2)] = val(7), val(8)
	fmt.Println(s)
	x := []int{1, 2, 3}
	i, x[i] = 1, 50
	fmt.Println(x)
	l := &node{v: 1}
	l.next, l = &node{v: 2}, &node{v: 3}
	fmt.Println(l.v, l.next == nil)
	m := map[string]int{}
	m["a"], m["b"] = 1, 2
	v, ok := m["a"]
	_, m["c"] = v, 5
	fmt.Println(v, ok, m)
	var p, q *int
	n := 5
	p, q = &n, p
	fmt.Println(*p, q == nil)
	arr := [3]int{1, 2, 3}
	arr[0], arr[1], arr[2] = arr[2], arr[0], arr[1]
	fmt.Println(arr)
	s[val(0)] += val(5)
	fmt.Println(s)
}
