package main

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

const (
	tea    = 20 //param 1..100
	dinner = 90 //param 1..100
)

func sortInBackground(numbers []int, wg *sync.WaitGroup) {
	defer wg.Done()
	slices.Sort(numbers)
	fmt.Println("sorted", numbers)
}

func announce(what string, after time.Duration, wg *sync.WaitGroup) {
	defer wg.Done()
	time.Sleep(after)
	fmt.Println(what, "is ready")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(3)
	fmt.Println("main begins")
	go sortInBackground([]int{31, 4, 15, 9, 26}, &wg)
	go announce("tea", tea*time.Millisecond, &wg)
	go announce("dinner", dinner*time.Millisecond, &wg)
	wg.Wait()
	fmt.Println("main leaves")
}
