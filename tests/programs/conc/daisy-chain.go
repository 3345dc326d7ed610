// A thousand goroutines in a row.
package main

import "fmt"

func main() {
	const n = 1000
	left := make(chan int)
	l := left
	var r chan int
	for range n {
		r = make(chan int)
		go func(l, r chan int) { l <- 1 + <-r }(l, r)
		l = r
	}
	go func() { r <- 1 }()
	fmt.Println(<-left)
}
