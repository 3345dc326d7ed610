// A token bucket made of a ticker and a channel, a deadline, and time formatting.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type limiter struct {
	tokens chan struct{}
	stop   chan struct{}
}

func newLimiter(n int, every time.Duration) *limiter {
	l := &limiter{make(chan struct{}, n), make(chan struct{})}
	for range n {
		l.tokens <- struct{}{}
	}
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				select {
				case l.tokens <- struct{}{}:
				default:
				}
			case <-l.stop:
				return
			}
		}
	}()
	return l
}

func (l *limiter) wait(ctx context.Context) error {
	select {
	case <-l.tokens:
		return nil
	default:
	}
	select {
	case <-l.tokens:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("limiter: %w (cause: %v)", ctx.Err(), context.Cause(ctx))
	}
}

func main() {
	l := newLimiter(2, 100*time.Millisecond)
	defer close(l.stop)
	ctx, cancel := context.WithTimeoutCause(context.Background(), 350*time.Millisecond, errors.New("out of patience"))
	defer cancel()
	start := time.Now()
	for i := 0; ; i++ {
		if err := l.wait(ctx); err != nil {
			fmt.Println(err, errors.Is(err, context.DeadlineExceeded))
			break
		}
		fmt.Println("request", i, time.Since(start).Round(50*time.Millisecond))
	}
	d := 90*time.Minute + 3*time.Second + 25*time.Millisecond
	fmt.Println(d, d.Truncate(time.Minute), d.Hours() > 1.5, d.String())
	fmt.Printf("%v %d %s %8.2f\n", d, time.Second, 1500*time.Microsecond, d.Minutes())
	t := time.Date(2024, time.February, 29, 13, 4, 5, 678e6, time.UTC)
	fmt.Println(t.Format(time.RFC3339Nano), t.Weekday(), t.YearDay(), t.Add(24*time.Hour).Format("Jan _2 2006 at 03:04pm"))
	fmt.Println(t.AddDate(1, 0, 0).Format(time.DateOnly), t.Month(), t.Unix(), t.Truncate(time.Hour).Format(time.Kitchen))
	p, err := time.Parse("2006-01-02 15:04", "2024-13-01 10:00")
	fmt.Println(p.IsZero(), err)
	dd, err := time.ParseDuration("1h15m30.5s")
	fmt.Println(dd, err)
	_, err = time.ParseDuration("abc")
	fmt.Println(err)
}
