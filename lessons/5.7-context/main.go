package main

import (
	"context"
	"fmt"
	"time"
)

const detach = 0    //param 0..1
const writing = 100 //param 10..200

type key string

func a(id string, written chan<- error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel() // the request ends with its answer
	ctx = context.WithValue(ctx, key("id"), id)
	fmt.Println("A answers:", b(ctx, written))
}

func b(ctx context.Context, written chan<- error) string {
	if detach == 1 {
		ctx = context.WithoutCancel(ctx) // keeps the values
	}
	go c(ctx, written)
	time.Sleep(30 * time.Millisecond)
	return "order accepted"
}

func c(ctx context.Context, written chan<- error) {
	fmt.Println("C writes the log of", ctx.Value(key("id")))
	select {
	case <-time.After(writing * time.Millisecond):
		written <- nil
	case <-ctx.Done():
		written <- ctx.Err()
	}
}

func main() {
	written := make(chan error)
	a("order-17", written)
	fmt.Println("C ended with:", <-written)
}
