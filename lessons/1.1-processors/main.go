package main

import (
	"fmt"
	"sync"
)

const (
	tasks = 6   //param 1..12
	work  = 200 //param 20..400
)

func hash(seed int) int {
	h := seed
	for i := range work {
		h = (h*31 + i) % 65521
	}
	return h
}

func main() {
	var wg sync.WaitGroup
	results := make([]int, tasks)
	for id := range tasks {
		wg.Go(func() {
			results[id] = hash(id)
		})
	}
	wg.Wait()
	fmt.Println("hashes", results)
}
