package main

import (
	"fmt"
	"time"
)

const stops = 3 //param 0..6

func train(platform chan<- string) {
	for n := 1; n <= stops; n++ {
		time.Sleep(100 * time.Millisecond)
		platform <- fmt.Sprint("passenger ", n)
	}
	close(platform)
}

func main() {
	platform := make(chan string)
	go train(platform)
	for p := range platform {
		fmt.Println("welcome,", p)
	}
	fmt.Println("the line is closed")
}
