package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync/atomic"
	"time"
)

const (
	clients = 3    //param 1..6
	limit   = 1000 //param 200..2000
)

var requests atomic.Int64

func client(latency time.Duration) {
	for {
		time.Sleep(latency) // a request and its answer
		requests.Add(1)
	}
}

func reporter(stop <-chan os.Signal) {
	s := <-stop
	fmt.Println(s, "after", requests.Load(), "requests")
	os.Exit(0)
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	go reporter(stop)
	for n := range clients {
		go client(time.Duration(80+25*n) * time.Millisecond)
	}
	// The timer plays Ctrl-C, so that the lesson ends.
	time.AfterFunc(limit*time.Millisecond, func() { stop <- os.Interrupt })
	select {}
}
