package main

import (
	"fmt"
	"sync"
)

const (
	tasks = 300 //param 1..600
	work  = 3   //param 1..50
)

var wg sync.WaitGroup

func task() {
	defer wg.Done()
	for range work {
	}
}

func main() {
	wg.Add(tasks)
	for range tasks {
		go task()
	}
	wg.Wait()
	fmt.Println("ran", tasks, "tasks")
}
