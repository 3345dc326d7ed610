package main

import "fmt"

type node struct {
	val  int
	next *node
}

func main() {
	var n node = nil
	p := &n
	p->next = nil
	fmt.Println(n)
}
