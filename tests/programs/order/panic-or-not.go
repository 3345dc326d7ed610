// An unrecovered panic in one of two goroutines races with the end of main.
package main

import "fmt"

func main() {
	c := make(chan int, 2)
	go func() {
		c <- 1
	}()
	go func() {
		c <- 0
	}()
	x := <-c
	fmt.Println(10 / x)
}
