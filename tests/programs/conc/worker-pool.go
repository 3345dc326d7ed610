// A pool of three workers; results come back in job order by index.
package main

import (
	"fmt"
	"sync"
)

type job struct{ id, n int }
type result struct {
	id    int
	value int
}

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func worker(jobs <-chan job, results chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		results <- result{j.id, fib(j.n)}
	}
}

func main() {
	jobs := make(chan job)
	results := make(chan result)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go worker(jobs, results, &wg)
	}
	go func() {
		for i := range 10 {
			jobs <- job{i, i + 5}
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	out := make([]int, 10)
	for r := range results {
		out[r.id] = r.value
	}
	fmt.Println(out)
}
