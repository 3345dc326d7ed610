package main

import (
	"fmt"
	"slices"
	"time"
)

const (
	tea    = 20 //param 1..100
	dinner = 90 //param 1..100
	stay   = 50 //param 0..100
)

func sortInBackground(numbers []int) {
	slices.Sort(numbers)
	fmt.Println("sorted", numbers)
}

func announce(what string, after time.Duration) {
	time.Sleep(after)
	fmt.Println(what, "is ready")
}

func main() {
	fmt.Println("main begins")
	go sortInBackground([]int{31, 4, 15, 9, 26})
	go announce("tea", tea*time.Millisecond)
	go announce("dinner", dinner*time.Millisecond)
	time.Sleep(stay * time.Millisecond)
	fmt.Println("main leaves")
}
