// Retry with growing pauses until it works or the context ends.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

var errTemp = errors.New("temporary")

func retry(ctx context.Context, n int, f func(int) error) error {
	d := time.Millisecond
	var err error
	for i := range n {
		if err = f(i); err == nil {
			return nil
		}
		fmt.Println("attempt", i, err)
		select {
		case <-time.After(d):
			d *= 2
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		}
	}
	return fmt.Errorf("gave up after %d: %w", n, err)
}

func main() {
	ctx := context.Background()
	fmt.Println(retry(ctx, 5, func(i int) error {
		if i < 2 {
			return errTemp
		}
		return nil
	}))
	err := retry(ctx, 2, func(int) error { return errTemp })
	fmt.Println(err, errors.Is(err, errTemp))
	ctx, cancel := context.WithCancel(ctx)
	cancel()
	err = retry(ctx, 5, func(int) error { return errTemp })
	fmt.Println(errors.Is(err, errTemp), errors.Is(err, context.Canceled))
}
