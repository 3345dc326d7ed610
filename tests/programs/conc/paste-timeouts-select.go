// select with timeouts, heartbeats, a done channel, the fastest of several, retries with backoff.
package main

import (
	"errors"
	"fmt"
	"time"
)

var errTimeout = errors.New("timeout")

func withTimeout[T any](d time.Duration, f func() T) (v T, err error) {
	c := make(chan T, 1)
	go func() { c <- f() }()
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case v = <-c:
		return v, nil
	case <-t.C:
		return v, errTimeout
	}
}

func fastest(delays ...int) int {
	c := make(chan int, len(delays))
	for i, d := range delays {
		go func() {
			time.Sleep(time.Duration(d) * time.Millisecond)
			c <- i
		}()
	}
	return <-c
}

func retry(n int, f func(int) error) (err error) {
	wait := 10 * time.Millisecond
	for i := range n {
		if err = f(i); err == nil {
			return nil
		}
		time.Sleep(wait)
		wait *= 2
	}
	return fmt.Errorf("after %d attempts: %w", n, err)
}

func main() {
	fmt.Println(withTimeout(100*time.Millisecond, func() int { return 42 }))
	_, err := withTimeout(10*time.Millisecond, func() string { time.Sleep(200 * time.Millisecond); return "late" })
	fmt.Println(err, errors.Is(err, errTimeout))
	fmt.Println(fastest(90, 20, 60))
	start := time.Now()
	err = retry(4, func(i int) error {
		if i < 2 {
			return fmt.Errorf("attempt %d failed", i)
		}
		return nil
	})
	fmt.Println(err, time.Since(start) >= 30*time.Millisecond)
	fmt.Println(retry(2, func(int) error { return errTimeout }))

	done, beats := make(chan struct{}), 0
	work := make(chan string)
	go func() {
		defer close(work)
		for _, w := range []string{"a", "b"} {
			time.Sleep(50 * time.Millisecond)
			work <- w
		}
	}()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	time.AfterFunc(170*time.Millisecond, func() { close(done) })
loop:
	for {
		select {
		case w, ok := <-work:
			if !ok {
				work = nil
				continue
			}
			fmt.Println("work", w)
		case <-tick.C:
			beats++
		case <-done:
			break loop
		}
	}
	fmt.Println(beats >= 6 && beats <= 9)
	timer := time.NewTimer(time.Hour)
	fmt.Println(timer.Stop(), timer.Stop(), timer.Reset(time.Millisecond))
	<-timer.C
	fmt.Println(timer.Reset(time.Hour))
}
