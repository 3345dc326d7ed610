// select with a default case never blocks.
package main

import "fmt"

func main() {
	c := make(chan int, 1)
	for i := 0; i < 3; i++ {
		select {
		case c <- i:
			fmt.Println("sent", i)
		default:
			fmt.Println("full at", i)
		}
	}
	for i := 0; i < 2; i++ {
		select {
		case v := <-c:
			fmt.Println("got", v)
		default:
			fmt.Println("empty")
		}
	}
	var nilchan chan int
	select {
	case nilchan <- 1:
		fmt.Println("never")
	case <-nilchan:
		fmt.Println("never")
	default:
		fmt.Println("nil channels are never ready")
	}
}
