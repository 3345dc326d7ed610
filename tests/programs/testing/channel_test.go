// A goroutine and a channel inside a test.
package demo

import "testing"

func TestChannel(t *testing.T) {
	c := make(chan int)
	go func() { c <- 1 }()
	<-c
	t.Log("received")
}
