package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	hold  = 400 //param 50..2000
	turns = 20  //param 5..40
)

var road sync.Mutex
var trucks int

func truck(done chan<- bool) {
	for range turns {
		road.Lock()
		time.Sleep(hold * time.Microsecond)
		trucks++
		road.Unlock()
	}
	done <- true
}

func bike(done chan<- bool) {
	time.Sleep(100 * time.Microsecond)
	for i := range 3 {
		road.Lock()
		fmt.Println("crossing", i+1, "after", trucks, "trucks")
		road.Unlock()
		time.Sleep(100 * time.Microsecond)
	}
	done <- true
}

func main() {
	done := make(chan bool)
	go truck(done)
	go bike(done)
	<-done
	<-done
}
