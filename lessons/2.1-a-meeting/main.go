package main

import (
	"fmt"
	"time"
)

const (
	walk = 30 //param 0..90
	read = 50 //param 0..90
)

func courier(door chan<- int) {
	for letter := 1; letter <= 3; letter++ {
		time.Sleep(walk * time.Millisecond)
		door <- letter
	}
}

func main() {
	door := make(chan int)
	go courier(door)
	for range 3 {
		letter := <-door
		fmt.Println("letter", letter)
		time.Sleep(read * time.Millisecond)
	}
}
