package main

import (
	"fmt"
	"sync"
)

func work(id int, wg sync.WaitGroup) { wg.Done() }

func main() {
	go work
	go func() { fmt.Println("x") }
	defer fmt.Println
	defer recover
	go fmt.Sprintf("x")
	defer len("x")
	go (func() {})()
	x := go work(1, sync.WaitGroup{})
	defer func() { return 1 }()
	var mu sync.Mutex
	mu.lock()
	var wg sync.WaitGroup
	wg.Add()
	wg.Wait(1)
	ch := make(chan)
	ch2 := make(chan int, "x")
	ch3 := chan int{}
	ch2 <- 
}
