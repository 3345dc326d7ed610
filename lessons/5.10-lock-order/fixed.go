package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	think = 20 //param 0..50
	page  = 7  //param 3..9
)

var left, right, ledger sync.Mutex

func eat(name string, first, second *sync.Mutex, done chan<- string) {
	first.Lock()
	time.Sleep(think * time.Millisecond)
	second.Lock()
	time.Sleep(think * time.Millisecond)
	second.Unlock()
	first.Unlock()
	done <- name
}

func audit(pages []string) {
	defer func() { fmt.Println("audit:", recover()) }()
	ledger.Lock()
	defer ledger.Unlock() // runs in a panic too
	fmt.Println(pages[page])
}

func main() {
	done := make(chan string, 2)
	go eat("Alice", &left, &right, done)
	go eat("Bob", &left, &right, done)
	audit([]string{"one", "two", "three"})
	ledger.Lock()
	fmt.Println("main has the ledger")
	ledger.Unlock()
	fmt.Println(<-done, "has eaten")
	fmt.Println(<-done, "has eaten")
}
