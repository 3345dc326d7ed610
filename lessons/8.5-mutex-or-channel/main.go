package main

import (
	"fmt"
	"sync"
	"time"
)

const clients = 3  //param 2..5
const messages = 4 //param 2..6
const slow = 40    //param 2..80

var mu sync.Mutex
var pool = map[int]chan string{}

func client(id int, inbox <-chan string) {
	for range inbox {
		if id == 0 {
			time.Sleep(slow * time.Millisecond)
		}
	}
}

func register(id int) {
	mu.Lock()
	defer mu.Unlock()
	pool[id] = make(chan string, 1)
	go client(id, pool[id])
}

func unregister(id int) {
	mu.Lock()
	defer mu.Unlock()
	close(pool[id])
	delete(pool, id)
}

func broadcast(text string) {
	mu.Lock()
	defer mu.Unlock()
	for _, inbox := range pool {
		inbox <- text // a full inbox stops the loop, and the lock stays taken
	}
}

func guest() {
	time.Sleep(12 * time.Millisecond)
	start := time.Now()
	register(clients)
	fmt.Println("the guest is in after", time.Since(start).Milliseconds(), "ms")
	unregister(clients)
}

func main() {
	for id := range clients {
		register(id)
	}
	go guest()
	start := time.Now()
	for range messages {
		broadcast("hello")
		time.Sleep(5 * time.Millisecond)
	}
	fmt.Println(messages, "messages in", time.Since(start).Milliseconds(), "ms")
	time.Sleep(slow * time.Millisecond)
}
