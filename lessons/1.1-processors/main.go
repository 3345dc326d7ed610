package main

import (
	"fmt"
	"sync"
)

const (
	tasks = 6   //param 1..12
	work  = 200 //param 20..400
)

var (
	wg      sync.WaitGroup
	results = make([]int, tasks)
)

func hash(id int) {
	defer wg.Done()
	h := id
	for i := range work {
		h = (h*31 + i) % 65521
	}
	results[id] = h
}

func main() {
	wg.Add(tasks)
	for id := range tasks {
		go hash(id)
	}
	wg.Wait()
	fmt.Println("hashes", results)
}
