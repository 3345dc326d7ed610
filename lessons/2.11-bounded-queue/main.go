package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	buffer  = 3 //param 0..6
	workers = 3 //param 1..5
)

var wg sync.WaitGroup

func worker(id int, jobs <-chan int) {
	defer wg.Done()
	for j := range jobs {
		time.Sleep(time.Duration(100*(id+1)) * time.Millisecond)
		fmt.Println("worker", id, "did job", j)
	}
}

func main() {
	jobs := make(chan int, buffer)
	for id := range workers {
		wg.Add(1)
		go worker(id, jobs)
	}
	for j := 1; j <= 8; j++ {
		jobs <- j
	}
	close(jobs)
	wg.Wait()
}
