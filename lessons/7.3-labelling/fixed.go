package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

const workers = 4  //param 1..8
const groups = 100 //param 45..200

func worker(ctx context.Context, todo <-chan int, done chan<- bool, bad int) {
	for {
		select {
		case <-ctx.Done():
			return
		case group, more := <-todo:
			if !more {
				return
			}
			time.Sleep(time.Duration(10+group%3) * time.Millisecond)
			done <- group != bad
		}
	}
}

func label(bad int) bool {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	todo, done := make(chan int, groups), make(chan bool, groups)
	for group := range groups {
		todo <- group
	}
	close(todo)
	for range workers {
		go worker(ctx, todo, done, bad)
	}
	for range groups {
		if ok := <-done; !ok {
			return false
		}
	}
	return true
}

func main() {
	for _, bad := range []int{40, -1} {
		ok := label(bad)
		time.Sleep(time.Second)
		fmt.Println("labelled:", ok, "still here:", runtime.NumGoroutine()-1)
	}
}
