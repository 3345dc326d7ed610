package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

const (
	greedy = 2  //param 1..4
	nap    = 25 //param 1..60
)

var stop atomic.Bool

func spinner(done chan<- string) {
	for !stop.Load() {
	}
	done <- "a spinner stopped"
}

func main() {
	done := make(chan string)
	for range greedy {
		go spinner(done)
	}
	time.Sleep(nap * time.Millisecond)
	fmt.Println("main runs again")
	stop.Store(true)
	for range greedy {
		fmt.Println(<-done)
	}
}
