package main

import (
	"fmt"
	"time"
)

const (
	conns = 4   //param 1..200
	idle  = 100 //param 20..200
)

func serve(id int, data <-chan string, gone chan<- string) {
	timeout := time.NewTimer(idle * time.Millisecond)
	for {
		select {
		case message := <-data:
			if message == "bye" {
				gone <- fmt.Sprint(id, " said bye, timer stopped: ", timeout.Stop())
				return
			}
			timeout.Reset(idle * time.Millisecond)
		case <-timeout.C:
			gone <- fmt.Sprint(id, " was silent for too long")
			return
		}
	}
}

func client(messages int, data chan<- string) {
	for range messages {
		time.Sleep(70 * time.Millisecond)
		data <- "more"
	}
	if messages%2 == 0 {
		data <- "bye"
	}
}

func main() {
	gone := make(chan string)
	for id := 1; id <= conns; id++ {
		data := make(chan string, 9)
		go client(id%9, data)
		go serve(id, data, gone)
	}
	for range conns {
		fmt.Println("connection", <-gone)
	}
}
