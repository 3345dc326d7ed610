// Nil dereference with the signal line.
package main

import "fmt"

type node struct {
	val  int
	next *node
}

func last(n *node) int {
	for n.next != nil {
		n = n.next
	}
	return n.next.val
}

func main() {
	fmt.Println(last(&node{}))
}
