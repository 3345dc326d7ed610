package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx := context.WithTimeout(context.Background(), time.Second)
	ctx, cancel := context.WithCancel()
	ctx2, cancel := context.WithTimeout(ctx, 5)
	select {
	case <-ctx.Done:
		fmt.Println(ctx.Err)
	case <-time.After("1s"):
	}
	ctx.Cancel()
}
