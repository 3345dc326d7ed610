// The sender goes on writing after the send.
package main

import "fmt"

type msg struct{ n int }

func main() {
	c := make(chan *msg)
	done := make(chan bool)
	go func() {
		m := <-c
		m.n++
		close(done)
	}()
	m := &msg{}
	c <- m
	m.n = 5
	<-done
	fmt.Println(m.n > 0)
}
