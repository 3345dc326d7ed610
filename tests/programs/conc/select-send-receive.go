// One select offers a send and a receive; the partner decides.
package main

import "fmt"

func main() {
	in, out := make(chan int), make(chan int)
	done := make(chan bool)
	go func() {
		fmt.Println("other received", <-out)
		in <- 42
		close(done)
	}()
	sent := false
	for i := 0; i < 2; i++ {
		var o chan int
		if !sent {
			o = out
		}
		select {
		case v := <-in:
			fmt.Println("main received", v)
		case o <- 7:
			sent = true
		}
	}
	<-done
}
