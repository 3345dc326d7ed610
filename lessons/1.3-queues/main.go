package main

import (
	"fmt"
	"sync"
)

const (
	tasks = 400 //param 1..600
	work  = 40  //param 1..50
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
