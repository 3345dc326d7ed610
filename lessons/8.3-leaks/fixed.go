package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

const calls = 3    //param 1..6
const patient = 50 //param 10..90

func finishes() { time.Sleep(5 * time.Millisecond) }

func told(ctx context.Context) { <-ctx.Done() }

func panics() {
	defer func() { recover() }()
	panic("caught")
}

func forgotten(ctx context.Context, answer <-chan int) {
	select {
	case n := <-answer:
		fmt.Println("answer", n)
	case <-ctx.Done():
	}
}

func request() {
	ctx, cancel := context.WithTimeout(context.Background(), patient*time.Millisecond)
	defer cancel()
	answer := make(chan int)
	go finishes()
	go told(ctx)
	go panics()
	go forgotten(ctx, answer)
	<-ctx.Done()
}

func main() {
	for call := range calls {
		request()
		time.Sleep(10 * time.Millisecond)
		fmt.Println("call", call+1, "goroutines", runtime.NumGoroutine())
	}
}
