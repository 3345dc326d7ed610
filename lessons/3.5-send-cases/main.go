package main

import (
	"fmt"
	"time"
)

const bake = 30 //param 5..120
const eat = 80  //param 5..120

func baker(oven chan<- int) {
	for loaf := 1; loaf <= 5; loaf++ {
		time.Sleep(bake * time.Millisecond)
		oven <- loaf
	}
}

func clerk(oven <-chan int, counter chan<- int) {
	shelf := []int{}
	for sold := 0; sold < 5; {
		var offer chan<- int // nil: nothing to sell
		next := 0
		if len(shelf) > 0 {
			offer, next = counter, shelf[0]
		}
		select {
		case loaf := <-oven:
			shelf = append(shelf, loaf)
		case offer <- next:
			shelf = shelf[1:]
			sold++
		}
	}
	close(counter)
}

func main() {
	oven, counter := make(chan int), make(chan int)
	go baker(oven)
	go clerk(oven, counter)
	for loaf := range counter {
		fmt.Println("bought loaf", loaf)
		time.Sleep(eat * time.Millisecond)
	}
}
