// Nothing says that the send is over before the channel is closed.
package main

import "time"

func main() {
	ch := make(chan int, 1)
	go func() { ch <- 1 }()
	time.Sleep(10 * time.Millisecond)
	close(ch)
}
