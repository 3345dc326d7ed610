// Passing through default orders nothing.
package main

import (
	"fmt"
	"time"
)

func main() {
	x := 0
	c := make(chan bool, 1)
	go func() {
		x = 3
		c <- true
	}()
	select {
	case <-c:
	default:
		x = 4
	}
	time.Sleep(10 * time.Millisecond)
	fmt.Println(x > 0)
}
