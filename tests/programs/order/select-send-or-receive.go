// A buffered channel with room and a value: send and receive are both ready.
package main

import "fmt"

func main() {
	c := make(chan int, 2)
	c <- 1
	select {
	case v := <-c:
		fmt.Println("received", v)
	case c <- 2:
		fmt.Println("sent", len(c))
	}
}
