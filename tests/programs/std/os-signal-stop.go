// os/signal: NotifyContext and Stop without any signal.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"time"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	select {
	case s := <-c:
		fmt.Println("signal", s)
	case <-ctx.Done():
		fmt.Println("done")
	case <-time.After(10 * time.Millisecond):
		fmt.Println("no signal")
	}
	stop()
	<-ctx.Done()
	fmt.Println(ctx.Err())
	signal.Stop(c)
	signal.Reset(os.Interrupt)
	fmt.Println(os.Interrupt)
}
