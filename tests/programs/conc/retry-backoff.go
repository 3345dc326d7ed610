package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"
)

type Option func(*config)
type config struct {
	attempts int
	base     time.Duration
	factor   float64
	max      time.Duration
}

func Attempts(n int) Option       { return func(c *config) { c.attempts = n } }
func Base(d time.Duration) Option { return func(c *config) { c.base = d } }
func Cap(d time.Duration) Option  { return func(c *config) { c.max = d } }

func Retry(ctx context.Context, f func(int) error, opts ...Option) error {
	c := config{3, 10 * time.Millisecond, 2, math.MaxInt64}
	for _, o := range opts {
		o(&c)
	}
	var errs []error
	for i := 0; i < c.attempts; i++ {
		err := f(i)
		if err == nil {
			return nil
		}
		errs = append(errs, err)
		d := time.Duration(float64(c.base) * math.Pow(c.factor, float64(i)))
		d = min(d, c.max)
		fmt.Println("waiting", d)
		select {
		case <-time.After(d):
		case <-ctx.Done():
			return errors.Join(append(errs, context.Cause(ctx))...)
		}
	}
	return fmt.Errorf("after %d attempts: %w", c.attempts, errors.Join(errs...))
}

func main() {
	ctx := context.Background()
	err := Retry(ctx, func(i int) error {
		if i < 2 {
			return fmt.Errorf("try %d", i)
		}
		return nil
	})
	fmt.Println("1:", err)
	err = Retry(ctx, func(i int) error { return fmt.Errorf("try %d", i) }, Attempts(4), Cap(25*time.Millisecond))
	fmt.Println("2:", err)
	ctx, cancel := context.WithTimeoutCause(ctx, 100*time.Millisecond, errors.New("too slow"))
	defer cancel()
	err = Retry(ctx, func(i int) error { return errors.New("x") }, Attempts(9), Base(40*time.Millisecond))
	fmt.Println("3:", err)
	fmt.Println(ctx.Err())
}
