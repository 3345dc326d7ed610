package main

import "fmt"

type node struct {
	val  int
	next *node
}

func add(n *node, v int) {}

func main() {
	var n node = nil
	p := &n
	p.next = n
	add(n, 1)
	add(&p, "x")
	add(p)
	add(p, 1, 2)
	q := &add(p, 1)
	*p.val = 3
	p + 1
	fmt.Println(n == nil, p == n, *p.next.val, q)
}
