package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	guests = 3    //param 1..5
	stay   = 1000 //param 0..1500
)

var (
	key   sync.Mutex
	start = time.Now()
)

func guest(id int, left chan<- int) {
	time.Sleep(time.Duration(100*id) * time.Millisecond) // the way
	key.Lock()
	time.Sleep(stay * time.Millisecond)
	key.Unlock()
	left <- id
}

func main() {
	left := make(chan int)
	for id := range guests {
		go guest(id, left)
	}
	for range guests {
		id := <-left
		fmt.Println("guest", id, "left after", time.Since(start).Round(100*time.Millisecond))
	}
	fmt.Println("all in", time.Since(start).Round(100*time.Millisecond))
}
