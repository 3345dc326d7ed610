package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/singleflight"
)

const slow = 100   //param 5..200
const timeout = 80 //param 20..200

var (
	flights singleflight.Group
	loads   atomic.Int32
)

// A request that is answered after need milliseconds.
func load(need int) <-chan time.Time {
	loads.Add(1)
	return time.After(time.Duration(need) * time.Millisecond)
}

func retry() (any, error) {
	select {
	case v := <-load(900):
		return v, nil
	case <-time.After(timeout * time.Millisecond):
		return <-load(slow), nil
	}
}

func ask(key string, f func() (any, error)) {
	var callers sync.WaitGroup
	start := time.Now()
	loads.Store(0)
	for range 5 {
		callers.Go(func() { flights.Do(key, f) })
		time.Sleep(10 * time.Millisecond)
	}
	callers.Wait()
	fmt.Println(key, "loads:", loads.Load(), "ms:", time.Since(start).Milliseconds())
}

func main() {
	ask("slow", func() (any, error) { return <-load(slow), nil })
	ask("fast", func() (any, error) { return <-load(5), nil })
	ask("stuck", func() (any, error) { return <-load(900), nil })
	ask("retried", retry)
}
