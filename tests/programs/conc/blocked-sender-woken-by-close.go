// A blocked sender panics when the channel is closed under it.
package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	done := make(chan any)
	go func() {
		defer func() { done <- recover() }()
		c <- 1
	}()
	time.Sleep(20 * time.Millisecond)
	close(c)
	fmt.Println(<-done)
}
