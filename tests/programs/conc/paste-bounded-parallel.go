// Bounded parallelism: a semaphore channel, results in order, the first error by sync.Once.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

func parallelMap[T, R any](items []T, limit int, f func(int, T) (R, error)) ([]R, error) {
	var (
		wg    sync.WaitGroup
		once  sync.Once
		first error
		sem   = make(chan struct{}, limit)
		out   = make([]R, len(items))
	)
	for i, item := range items {
		sem <- struct{}{}
		wg.Add(1)
		go func() {
			defer func() { <-sem; wg.Done() }()
			r, err := f(i, item)
			if err != nil {
				once.Do(func() { first = fmt.Errorf("item %d: %w", i, err) })
				return
			}
			out[i] = r
		}()
	}
	wg.Wait()
	return out, first
}

func main() {
	var running, most atomic.Int32
	squares, err := parallelMap([]int{1, 2, 3, 4, 5, 6, 7, 8}, 3, func(_ int, n int) (int, error) {
		now := running.Add(1)
		defer running.Add(-1)
		for {
			m := most.Load()
			if now <= m || most.CompareAndSwap(m, now) {
				break
			}
		}
		time.Sleep(10 * time.Millisecond)
		runtime.Gosched()
		return n * n, nil
	})
	fmt.Println(squares, err, most.Load())
	_, err = parallelMap([]string{"a", "b", "c"}, 1, func(i int, s string) (string, error) {
		if i == 1 {
			return "", errors.New("bad " + s)
		}
		return s + s, nil
	})
	fmt.Println(err)
	names, _ := parallelMap([]any{1, "x", 2.5, nil, []int{1}}, 10, func(_ int, v any) (string, error) {
		switch x := v.(type) {
		case int, float64:
			return fmt.Sprintf("number %v", x), nil
		case string:
			return "string " + x, nil
		case nil:
			return "nil", nil
		default:
			return fmt.Sprintf("other %T", x), nil
		}
	})
	fmt.Printf("%q\n", names)
}
