// The worker pool that everybody writes, with errors collected.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
)

type job struct {
	id   int
	text string
}

type result struct {
	job
	length int
	err    error
}

var errEmpty = errors.New("empty text")

func worker(id int, jobs <-chan job, results chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		r := result{job: j}
		if strings.TrimSpace(j.text) == "" {
			r.err = fmt.Errorf("job %d: %w", j.id, errEmpty)
		} else {
			r.length = len([]rune(j.text))
		}
		results <- r
	}
}

func main() {
	texts := []string{"go", "", "goroutine", "  ", "канал", "select", "通道"}
	jobs := make(chan job, len(texts))
	results := make(chan result, len(texts))
	var wg sync.WaitGroup
	for w := 1; w <= 3; w++ {
		wg.Add(1)
		go worker(w, jobs, results, &wg)
	}
	for i, t := range texts {
		jobs <- job{i, t}
	}
	close(jobs)
	go func() {
		wg.Wait()
		close(results)
	}()
	var all []result
	for r := range results {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].id < all[j].id })
	var errs []error
	for _, r := range all {
		if r.err != nil {
			errs = append(errs, r.err)
			continue
		}
		fmt.Printf("%-3d|%10s|%3d|%+v\n", r.id, r.text, r.length, r.job)
	}
	err := errors.Join(errs...)
	fmt.Println(err)
	fmt.Println(errors.Is(err, errEmpty), len(errs))
	fmt.Printf("%v\n%+v\n", all[0], all[2])
}
