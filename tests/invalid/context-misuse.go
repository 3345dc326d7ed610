package main

import (
	"context"
	"time"
)

func run(ctx context.Context) error { return nil }

func main() {
	ctx := context.WithCancel(context.Background())
	ctx2, cancel := context.WithTimeout(context.Background(), "5s")
	run()
	run(5)
	run(context.Background)
	ctx.Done
	<-ctx2.Done
	if ctx2.Err() == "canceled" {
	}
	_ = time.After(5 * time.Second).C
	var t time.Timer = time.NewTimer(1)
}
