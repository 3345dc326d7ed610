// context.AfterFunc runs a function once the context is done; stop prevents it.
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	ran := make(chan bool)
	stop := context.AfterFunc(ctx, func() {
		fmt.Println("after", ctx.Err())
		close(ran)
	})
	cancel()
	<-ran
	fmt.Println("stopped:", stop())
	ctx2, cancel2 := context.WithCancel(context.Background())
	stop2 := context.AfterFunc(ctx2, func() { fmt.Println("never") })
	fmt.Println("stopped:", stop2(), stop2())
	cancel2()
}
