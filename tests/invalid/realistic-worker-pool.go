package main

import (
	"fmt"
	"sync"
)

func worker(id int, jobs <-chan int, results chan<- int, wg sync.WaitGroup) {
	defer wg.Done
	for j := range jobs {
		results <- j * 2
		jobs <- j
	}
}

func main() {
	jobs := make(chan int, 10)
	results := make(chan string, 10)
	var wg *sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go worker(i, jobs, results, wg)
	}
	for i := 0; i < 5; i++ {
		jobs <- "job"
	}
	close(jobs)
	wg.Wait()
	for r := range results {
		total += r
	}
	fmt.Println(total)
}
