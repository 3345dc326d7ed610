package main

import (
	"fmt"
	"time"
)

const (
	shift   = 250 //param 50..500
	cleanup = 40  //param 0..100
)

func worker(orders <-chan int, quit chan string) {
	for {
		select {
		case n := <-orders:
			fmt.Println("made order", n)
		case why := <-quit:
			fmt.Println("told to stop:", why)
			time.Sleep(cleanup * time.Millisecond)
			quit <- "machine is clean"
			return
		}
	}
}

func client(orders chan<- int) {
	for n := 1; ; n++ {
		time.Sleep(100 * time.Millisecond)
		orders <- n
	}
}

func main() {
	orders := make(chan int)
	quit := make(chan string)
	go worker(orders, quit)
	go client(orders)
	time.Sleep(shift * time.Millisecond)
	quit <- "end of shift"
	fmt.Println("worker says:", <-quit)
}
