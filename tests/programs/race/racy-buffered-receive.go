// With a buffer the send does not wait.
package main

import (
	"fmt"
	"time"
)

func main() {
	x := 0
	c := make(chan bool, 1)
	go func() {
		x = 1
		<-c
	}()
	c <- true
	fmt.Println(x <= 1)
	time.Sleep(10 * time.Millisecond)
}
