// A token travels round a ring of goroutines.
package main

import "fmt"

func main() {
	const n, rounds = 5, 3
	first := make(chan int)
	in := first
	out := make(chan int)
	for i := range n {
		next := make(chan int)
		if i == n-1 {
			next = out
		}
		go func(in <-chan int, next chan<- int) {
			for t := range in {
				next <- t + i
			}
			close(next)
		}(in, next)
		in = next
	}
	t := 0
	for range rounds {
		first <- t
		t = <-out
		fmt.Println(t)
	}
	close(first)
	_, ok := <-out
	fmt.Println(ok)
}
