package main

import (
	"fmt"
	"time"
)

const (
	plates = 3 //param 0..6
	orders = 5 //param 1..8
)

func cook(counter chan<- int) {
	for dish := 1; dish <= orders; dish++ {
		counter <- dish
	}
}

func main() {
	counter := make(chan int, plates)
	go cook(counter)
	for range orders {
		time.Sleep(time.Second)
		dish := <-counter
		fmt.Println("served", dish, "on the counter", len(counter), "of", cap(counter))
	}
}
