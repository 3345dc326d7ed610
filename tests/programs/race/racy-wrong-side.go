// Written after the send.
package main

import (
	"fmt"
	"time"
)

func main() {
	x := 0
	c := make(chan bool, 1)
	go func() {
		c <- true
		x = 42
	}()
	<-c
	fmt.Println(x <= 42)
	time.Sleep(10 * time.Millisecond)
}
