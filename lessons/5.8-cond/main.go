package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	rolls = 2  //param 1..3
	pause = 50 //param 10..100
)

var (
	mu      sync.Mutex
	changed = sync.NewCond(&mu)
	basket  int
)

func eater(id int, fed chan<- int) {
	mu.Lock()
	defer mu.Unlock()
	for basket == 0 {
		changed.Wait()
	}
	basket--
	fed <- id
}

func fill(n int) {
	mu.Lock()
	basket += n
	mu.Unlock()
}

func main() {
	fed := make(chan int, 3)
	for id := range 3 {
		go eater(id, fed)
		time.Sleep(pause * time.Millisecond)
	}
	fill(rolls)
	changed.Broadcast()
	time.Sleep(pause * time.Millisecond)
	fmt.Println("after the first basket:", len(fed), "fed")

	fill(3 - rolls)
	changed.Signal()
	time.Sleep(pause * time.Millisecond)
	fmt.Println("after the second:", len(fed), "fed")
}
