package main

import (
	"context"
	"fmt"
	"time"
)

const (
	limit = 150 //param 50..300
	query = 60  //param 10..200
)

func step(ctx context.Context, name string, need time.Duration) error {
	select {
	case <-time.After(need):
		return nil
	case <-ctx.Done():
		return fmt.Errorf("gives up at the %s: %w", name, ctx.Err())
	}
}

func request(ctx context.Context, who string, need time.Duration, pages chan<- string) {
	for _, part := range []string{"login", "query", "render"} {
		if err := step(ctx, part, need); err != nil {
			pages <- fmt.Sprint(who, " ", err)
			return
		}
	}
	pages <- fmt.Sprint(who, " has its page")
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), limit*time.Millisecond)
	defer cancel()
	pages := make(chan string)
	go request(ctx, "quick", (query/2+1)*time.Millisecond, pages)
	go request(ctx, "slow", query*time.Millisecond, pages)
	fmt.Println(<-pages)
	fmt.Println(<-pages)
}
