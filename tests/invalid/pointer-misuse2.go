package main

import "fmt"

type Node struct {
	val  int
	next Node
}

type L struct {
	head *Node
}

func (l L) add(v int) { l.head = Node{v, nil} }

func swap(a, b *int) { a, b = b, a; *a, *b = b, a }

func main() {
	x, y := 1, 2
	swap(x, y)
	swap(&x, &2)
	p := &x
	p++
	*p = "s"
	p.val = 3
	q := *x
	var r *string = &x
	if p == x { }
	if p { }
	p = nil
	x = nil
	fmt.Println(p + 1, q, r, &swap, &fmt.Println)
	var n *Node = nil
	n->val = 1
}
