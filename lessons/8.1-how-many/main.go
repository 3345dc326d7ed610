package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const places = 4    //param 1..8
const requests = 32 //param 8..64

var database = make(chan bool, places)

func worker(jobs <-chan int, waited *atomic.Int64) {
	for range jobs {
		start := time.Now()
		database <- true
		time.Sleep(10 * time.Millisecond)
		<-database
		waited.Add(time.Since(start).Milliseconds())
	}
}

func main() {
	for _, workers := range []int{1, 2, 4, 8, 16} {
		jobs := make(chan int, requests)
		for j := range requests {
			jobs <- j
		}
		close(jobs)
		var running sync.WaitGroup
		var waited atomic.Int64
		start := time.Now()
		for range workers {
			running.Go(func() { worker(jobs, &waited) })
		}
		running.Wait()
		fmt.Printf("%d workers: %d ms in all, %d ms each\n", workers,
			time.Since(start).Milliseconds(), waited.Load()/requests)
	}
}
