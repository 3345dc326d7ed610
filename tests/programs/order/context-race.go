// Cancel and value are both ready.
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	c := make(chan int, 1)
	c <- 1
	cancel()
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err())
	case v := <-c:
		fmt.Println(v)
	}
}
