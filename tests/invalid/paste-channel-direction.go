package main

import "fmt"

func produce(out <-chan int) {
	out <- 1
	close(out)
}

func consume(in chan<- int) {
	for v := range in {
		fmt.Println(v)
	}
	x := <-in
	_ = x
}

func main() {
	c := make(chan int)
	go produce(c)
	consume(c)
	var r <-chan int = c
	var s chan<- int = r
	s <- "x"
}
