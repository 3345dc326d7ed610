package main

import (
	"fmt"
	"time"
)

const (
	numbers = 5  //param 1..8
	slow    = 30 //param 5..60
	buffer  = 0  //param 0..4
)

func source(raw chan<- int) {
	for n := 1; n <= numbers; n++ {
		time.Sleep(8 * time.Millisecond)
		raw <- n
	}
	close(raw)
}

func square(raw <-chan int, squares chan<- int) {
	for n := range raw {
		time.Sleep(slow * time.Millisecond)
		squares <- n * n
	}
	close(squares)
}

func main() {
	raw := make(chan int, buffer)
	squares := make(chan int, buffer)
	go source(raw)
	go square(raw, squares)
	for s := range squares {
		time.Sleep(5 * time.Millisecond)
		fmt.Println(s)
	}
}
