package main

import (
	"fmt"
	"time"
)

const (
	limit = 3 //param 1..5
	room  = 1 //param 0..1
)

func slowCall(need time.Duration, reply chan<- string) {
	time.Sleep(need)
	reply <- fmt.Sprint("answer after ", need)
}

func main() {
	for _, ms := range []int{700, 1800, 5500} {
		reply := make(chan string, room)
		go slowCall(time.Duration(ms)*time.Millisecond, reply)
		select {
		case r := <-reply:
			fmt.Println(r)
		case <-time.After(limit * time.Second):
			fmt.Println("gave up after", limit*time.Second)
		}
	}
	time.Sleep(6 * time.Second) // long enough for the late answer
	fmt.Println("end")
}
