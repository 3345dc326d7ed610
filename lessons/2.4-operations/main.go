package main

import (
	"fmt"
	"runtime"
	"time"
)

const op = 0 //param 0..2

// try does one operation: 0 sends, 1 receives, 2 closes.
func try(state string, c chan int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(state, "- panic:", r)
		}
	}()
	switch op {
	case 0:
		c <- 7
	case 1:
		fmt.Println(state, "- received", <-c)
	case 2:
		close(c)
	}
	fmt.Println(state, "- goes on")
}

func main() {
	var none chan int
	empty := make(chan int, 2)
	partly := make(chan int, 2)
	full := make(chan int, 2)
	closed := make(chan int, 2)
	partly <- 1
	full <- 1
	full <- 2
	close(closed)
	states := []string{"nil", "empty", "partly filled", "full", "closed"}
	for i, c := range []chan int{none, empty, partly, full, closed} {
		go try(states[i], c)
		time.Sleep(time.Millisecond)
	}
	fmt.Println("blocked for ever:", runtime.NumGoroutine()-1)
}
