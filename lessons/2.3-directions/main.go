package main

import "fmt"

const last = 4 //param 1..8

// count may only send.
func count(out chan<- int) {
	for n := 1; n <= last; n++ {
		out <- n
	}
	close(out)
}

// square may only receive from in, and only send to out.
func square(in <-chan int, out chan<- int) {
	for n := range in {
		out <- n * n
	}
	close(out)
}

func main() {
	numbers := make(chan int)
	squares := make(chan int)
	go count(numbers)
	go square(numbers, squares)
	for s := range squares {
		fmt.Println("square", s)
	}
}
