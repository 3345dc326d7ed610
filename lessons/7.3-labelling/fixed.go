package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

const (
	workers = 4   //param 1..8
	groups  = 100 //param 45..200
)

func read(group, bad int) error {
	time.Sleep(time.Duration(10+group%3) * time.Millisecond)
	if group == bad {
		return fmt.Errorf("group %d is broken", group)
	}
	return nil
}

func worker(ctx context.Context, todo <-chan int, done chan<- error, bad int) {
	for {
		select {
		case <-ctx.Done():
			return
		case group, more := <-todo:
			if !more {
				return
			}
			done <- read(group, bad)
		}
	}
}

func label(bad int) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	todo, done := make(chan int, groups), make(chan error, groups)
	for group := range groups {
		todo <- group
	}
	close(todo)
	for range workers {
		go worker(ctx, todo, done, bad)
	}
	for range groups {
		if err := <-done; err != nil {
			return err
		}
	}
	return nil
}

func main() {
	for _, bad := range []int{40, -1} {
		err := label(bad)
		time.Sleep(time.Second)
		fmt.Println("error:", err, "still here:", runtime.NumGoroutine()-1)
	}
}
