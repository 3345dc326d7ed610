package main

import (
	"fmt"
	"time"
)

const (
	limit = 3 //param 1..5
	room  = 1 //param 0..1
)

func slowCall(ms time.Duration, reply chan<- string) {
	time.Sleep(ms * time.Millisecond)
	reply <- fmt.Sprint("answer after ", int(ms), " ms")
}

func main() {
	for _, ms := range []time.Duration{700, 1800, 5500} {
		reply := make(chan string, room)
		go slowCall(ms, reply)
		select {
		case r := <-reply:
			fmt.Println(r)
		case <-time.After(limit * time.Second):
			fmt.Println("gave up after", limit, "s")
		}
	}
	time.Sleep(6 * time.Second) // long enough for the late answer
	fmt.Println("end")
}
