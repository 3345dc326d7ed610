package main

import (
	"fmt"
)

func main() {
	c := make(chan int, 1)
	close(c)
	defer func() {
		fmt.Println(recover())
		v, ok := <-c
		fmt.Println(v, ok)
		close(c)
	}()
	select {
	case c <- 1:
	default:
		fmt.Println("default")
	}
}
