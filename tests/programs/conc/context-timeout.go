// A deadline ends the work.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func slow(ctx context.Context) error {
	select {
	case <-time.After(10 * time.Second):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	_, has := ctx.Deadline()
	fmt.Println(has)
	err := slow(ctx)
	fmt.Println(err, errors.Is(err, context.DeadlineExceeded))
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(err, &te) && te.Timeout())
	fmt.Println(context.Cause(ctx))
	ctx2, cancel2 := context.WithDeadlineCause(context.Background(), time.Now().Add(-time.Second), errors.New("long ago"))
	defer cancel2()
	fmt.Println(ctx2.Err(), context.Cause(ctx2))
	ctx3, cancel3 := context.WithTimeoutCause(context.Background(), 10*time.Millisecond, errors.New("slow"))
	defer cancel3()
	<-ctx3.Done()
	fmt.Println(ctx3.Err(), context.Cause(ctx3))
	ctx4, cancel4 := context.WithDeadline(ctx3, time.Now().Add(time.Hour))
	defer cancel4()
	fmt.Println(ctx4.Err())
}
