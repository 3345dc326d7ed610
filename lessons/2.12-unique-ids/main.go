package main

import (
	"fmt"
	"time"
)

const (
	first = 100 //param 0..1000
	each  = 2   //param 1..4
)

func counter(ids chan<- int) {
	for id := first; ; id++ {
		ids <- id
	}
}

func client(name string, every time.Duration, ids <-chan int, done chan<- string) {
	for range each {
		time.Sleep(every)
		fmt.Println(name, "has", <-ids)
	}
	done <- name
}

func main() {
	ids := make(chan int)
	done := make(chan string)
	go counter(ids)
	go client("Ann", 30*time.Millisecond, ids, done)
	go client("Bob", 50*time.Millisecond, ids, done)
	go client("Cat", 70*time.Millisecond, ids, done)
	for range 3 {
		<-done
	}
}
