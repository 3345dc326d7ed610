package main

import (
	"fmt"
	"sync"
)

type Job struct{ ID int }
type Result struct {
	Job Job
	Out string
}

func worker(id int, jobs <-chan Job, results chan<- Result, wg *sync.WaitGroup) {
	defer wg.Done()
	for job := range jobs {
		results <- Result{job, id}
		jobs <- job
	}
	close(jobs)
}

func main() {
	jobs := make(chan Job, 10)
	results := make(chan Result)
	var wg sync.WaitGroup
	for w := 1; w <= 3; w++ {
		wg.Add(1)
		go worker(w, jobs, results, wg)
	}
	jobs <- 5
	jobs <- Job{"x"}
	for r := range results {
		fmt.Println(r.job.ID, r.Out)
	}
	res := <-results.Out
	var list []Result = jobs
}
