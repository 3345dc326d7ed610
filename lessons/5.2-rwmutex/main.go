package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	reading = 100 //param 50..200
	writing = 60  //param 10..200
)

var (
	book  sync.RWMutex
	page  = 1
	pages = make(chan string)
)

func reader(name string, at time.Duration) {
	time.Sleep(at)
	book.RLock()
	defer book.RUnlock()
	time.Sleep(reading * time.Millisecond)
	pages <- fmt.Sprint(name, " read page ", page)
}

func writer(at time.Duration) {
	time.Sleep(at)
	book.Lock()
	defer book.Unlock()
	time.Sleep(writing * time.Millisecond)
	page++
	pages <- "writer is done"
}

func main() {
	go reader("Ann", 0)
	go reader("Ben", 10*time.Millisecond)
	go writer(20 * time.Millisecond)
	go reader("Cid", 30*time.Millisecond)
	for range 4 {
		fmt.Println(<-pages)
	}
}
