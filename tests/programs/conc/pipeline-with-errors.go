// A pipeline that stops at the first error and leaves no goroutine behind.
package main

import (
	"context"
	"fmt"
	"runtime"
	"strconv"
	"sync"
	"time"
)

type result struct {
	n   int
	err error
}

func parse(ctx context.Context, in <-chan string, wg *sync.WaitGroup) <-chan result {
	out := make(chan result)
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer close(out)
		for s := range in {
			n, err := strconv.Atoi(s)
			select {
			case out <- result{n, err}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func source(ctx context.Context, wg *sync.WaitGroup, ss ...string) <-chan string {
	out := make(chan string)
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer close(out)
		for _, s := range ss {
			select {
			case out <- s:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	sum := 0
	for r := range parse(ctx, source(ctx, &wg, "1", "2", "x", "4", "5"), &wg) {
		if r.err != nil {
			fmt.Println(r.err)
			break
		}
		sum += r.n
	}
	cancel()
	wg.Wait()
	for range 100 {
		if runtime.NumGoroutine() == 1 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	fmt.Println(sum, runtime.NumGoroutine())
}
