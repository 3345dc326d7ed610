package main

import (
	"fmt"
	"sync"
)

type job struct {
	id   int
	data []int
}

func process(j *job, idx int) int {
	return j.data[idx]
}

func worker(id int, jobs <-chan *job, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		fmt.Println(id, process(j, 5))
	}
}

func main() {
	jobs := make(chan *job, 1)
	var wg sync.WaitGroup
	wg.Add(1)
	jobs <- &job{1, []int{1, 2, 3}}
	close(jobs)
	go worker(1, jobs, &wg)
	wg.Wait()
}
