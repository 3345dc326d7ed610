package main

import (
	"fmt"
	"time"
)

const limit = 3 //param 1..6

func slowCall(seconds int) <-chan string {
	reply := make(chan string, 1)
	go func() {
		time.Sleep(time.Duration(seconds) * time.Second)
		reply <- fmt.Sprint("answer after ", seconds, " s")
	}()
	return reply
}

func main() {
	for _, seconds := range []int{1, 2, 5} {
		reply := slowCall(seconds)
		select {
		case r := <-reply:
			fmt.Println(r)
		case <-time.After(limit * time.Second):
			fmt.Println("gave up after", limit, "s")
		}
	}
}
