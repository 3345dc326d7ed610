// Cancelling a parent cancels its children, with causes.
package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	parent, cancel := context.WithCancel(context.Background())
	child, cancelChild := context.WithCancelCause(parent)
	fmt.Println(parent.Err(), child.Err())
	select {
	case <-child.Done():
		fmt.Println("early")
	default:
		fmt.Println("still open")
	}
	cancel()
	<-child.Done()
	fmt.Println(child.Err(), context.Cause(child))
	cancelChild(errors.New("too late"))
	fmt.Println(context.Cause(child))
	c2, cancel2 := context.WithCancelCause(context.Background())
	cancel2(errors.New("my cause"))
	fmt.Println(c2.Err(), context.Cause(c2), errors.Is(c2.Err(), context.Canceled))
}
