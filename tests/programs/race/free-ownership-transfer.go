// Ownership moves with the pointer.
package main

import "fmt"

type msg struct{ n int }

func main() {
	a, b := make(chan *msg), make(chan *msg)
	go func() {
		for m := range a {
			m.n *= 2
			b <- m
		}
		close(b)
	}()
	for i := range 3 {
		m := &msg{i}
		a <- m
		fmt.Println((<-b).n)
	}
	close(a)
}
