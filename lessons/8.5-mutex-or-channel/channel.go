package main

import (
	"fmt"
	"sync"
	"time"
)

const rounds = 2  //param 1..5
const workers = 3 //param 1..5

func owner(add <-chan int, total chan<- int) {
	n := 0
	for d := range add {
		time.Sleep(10 * time.Millisecond)
		n += d
	}
	total <- n
}

func main() {
	add, total := make(chan int, 2), make(chan int)
	go owner(add, total)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for range rounds {
				add <- 1
			}
		})
	}
	wg.Wait()
	close(add)
	fmt.Println("channel", <-total)
}
