// A receive from a buffered channel does not come before the send has ended.
package main

import (
	"time"
)

func main() {
	c := make(chan int, 1)
	data := 0
	done := make(chan bool, 1)
	go func() {
		data = 1
		<-c
		time.Sleep(20 * time.Millisecond)
		done <- true
	}()
	c <- 0
	time.Sleep(10 * time.Millisecond)
	data++
	<-done
}
