package main

import (
	"context"
	"fmt"
	"golang.org/x/sync/semaphore"
	"time"
)

func main() {
	s := semaphore.NewWeighted(2)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	fmt.Println(s.Acquire(ctx, 3))
	fmt.Println(s.Acquire(context.Background(), 2), s.TryAcquire(1))
	fmt.Println(s.Acquire(ctx, 1))
	s.Release(2)
	fmt.Println(s.TryAcquire(2))
	s.Release(3)
}
