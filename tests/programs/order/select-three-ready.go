// Three ready cases, all taken, in any order.
package main

import "fmt"

func main() {
	a, b, c := make(chan int, 1), make(chan int, 1), make(chan int, 1)
	a <- 1
	b <- 2
	c <- 3
	for range 3 {
		select {
		case v := <-a:
			fmt.Print(v)
		case v := <-b:
			fmt.Print(v)
		case v := <-c:
			fmt.Print(v)
		}
	}
	fmt.Println()
}
