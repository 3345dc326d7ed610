package main

import (
	"fmt"
	"time"
)

const clients = 3  //param 2..5
const messages = 4 //param 2..6
const slow = 40    //param 2..80

var register, unregister = make(chan int), make(chan int)
var broadcast = make(chan string)

func client(id int, inbox <-chan string) {
	for range inbox {
		if id == 0 {
			time.Sleep(slow * time.Millisecond)
		}
	}
}

// room owns the pool: nobody else ever touches it.
func room() {
	pool := map[int]chan string{}
	for {
		select {
		case id := <-register:
			pool[id] = make(chan string, 1)
			go client(id, pool[id])
		case id := <-unregister:
			close(pool[id])
			delete(pool, id)
		case text := <-broadcast:
			for id, inbox := range pool {
				select {
				case inbox <- text:
				default:
					fmt.Println("client", id, "is full: skipped")
				}
			}
		}
	}
}

func guest() {
	time.Sleep(12 * time.Millisecond)
	start := time.Now()
	register <- clients
	fmt.Println("the guest is in after", time.Since(start).Milliseconds(), "ms")
	unregister <- clients
}

func main() {
	go room()
	for id := range clients {
		register <- id
	}
	go guest()
	start := time.Now()
	for range messages {
		broadcast <- "hello"
		time.Sleep(5 * time.Millisecond)
	}
	fmt.Println(messages, "messages in", time.Since(start).Milliseconds(), "ms")
	time.Sleep(slow * time.Millisecond)
}
