package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	limit = 2  //param 1..10
	tasks = 10 //param 1..12
)

var (
	tokens = make(chan struct{}, limit)
	wg     sync.WaitGroup
)

func task() {
	defer wg.Done()
	tokens <- struct{}{}
	time.Sleep(100 * time.Millisecond)
	<-tokens
}

func main() {
	start := time.Now()
	for range tasks {
		wg.Add(1)
		go task()
	}
	wg.Wait()
	took := time.Since(start).Round(100 * time.Millisecond)
	fmt.Println(tasks, "tasks,", limit, "at a time:", took)
}
