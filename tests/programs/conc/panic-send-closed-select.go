// A select may panic too: its send case is chosen when the channel is closed.
package main

import "fmt"

func main() {
	defer func() {
		err := recover().(error)
		fmt.Println(err)
	}()
	c := make(chan int)
	close(c)
	select {
	case c <- 1:
	}
}
