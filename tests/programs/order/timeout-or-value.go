// The value and the timer are due at the same time.
package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int, 1)
	go func() {
		time.Sleep(2 * time.Millisecond)
		c <- 1
	}()
	select {
	case v := <-c:
		fmt.Println(v)
	case <-time.After(2 * time.Millisecond):
		fmt.Println("timeout")
	}
}
