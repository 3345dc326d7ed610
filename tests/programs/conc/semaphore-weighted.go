// The weighted semaphore: Acquire, TryAcquire, Release.
package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/semaphore"
)

func main() {
	s := semaphore.NewWeighted(5)
	ctx := context.Background()
	fmt.Println(s.Acquire(ctx, 3), s.TryAcquire(3), s.TryAcquire(2))
	short, cancel := context.WithTimeout(ctx, 10*time.Millisecond)
	defer cancel()
	fmt.Println(s.Acquire(short, 1))
	got := make(chan error)
	go func() { got <- s.Acquire(ctx, 4) }()
	s.Release(2)
	select {
	case <-got:
		fmt.Println("too early")
	case <-time.After(20 * time.Millisecond):
	}
	s.Release(3)
	fmt.Println(<-got)
	s.Release(4)
	defer func() { fmt.Println(recover()) }()
	s.Release(1)
}
