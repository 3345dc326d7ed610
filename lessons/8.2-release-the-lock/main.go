package main

import (
	"fmt"
	"sync"
	"time"
)

const requests = 3 //param 2..6
const broken = 1   //param 1..6

var mu sync.Mutex
var stock = map[string]int{"tea": 10}

func sell(id int) {
	mu.Lock()
	if id == broken {
		panic("bad request")
	}
	stock["tea"]--
	fmt.Println("request", id, "sold one, left:", stock["tea"])
	mu.Unlock()
}

// The server survives every request; it knows nothing about locks.
func serve(id int, running *sync.WaitGroup) {
	defer running.Done()
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("request", id, "failed:", r)
		}
	}()
	time.Sleep(time.Duration(10*id) * time.Millisecond)
	sell(id)
}

func main() {
	var running sync.WaitGroup
	for id := range requests {
		running.Add(1)
		go serve(id, &running)
	}
	running.Wait()
	fmt.Println("all served")
}
