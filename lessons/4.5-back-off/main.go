package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

const (
	first = 50  //param 10..200
	down  = 300 //param 0..2000
)

func service(calls <-chan chan error) {
	start := time.Now()
	for reply := range calls {
		if time.Since(start) < down*time.Millisecond {
			reply <- errors.New("service is down")
		} else {
			reply <- nil
		}
	}
}

func retry(ctx context.Context, calls chan<- chan error) error {
	reply := make(chan error)
	for tries := 1; ; tries++ {
		calls <- reply
		err := <-reply
		if err == nil {
			fmt.Println("answer at try", tries)
			return nil
		}
		wait := first * time.Millisecond << (tries - 1)
		fmt.Println(err, "- try again in", wait)
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	calls := make(chan chan error)
	go service(calls)
	fmt.Println("result:", retry(ctx, calls))
}
