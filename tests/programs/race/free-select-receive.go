// A receive in a select orders too.
package main

import (
	"fmt"
	"time"
)

func main() {
	x := 0
	c := make(chan bool)
	go func() {
		x = 3
		c <- true
	}()
	select {
	case <-c:
		fmt.Println(x)
	case <-time.After(5 * time.Second):
	}
}
