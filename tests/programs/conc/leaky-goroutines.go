// Some goroutines are left behind; the program still ends well.
package main

import (
	"fmt"
	"runtime"
)

func leak() <-chan int {
	c := make(chan int)
	go func() {
		c <- 1
		c <- 2
	}()
	return c
}

func main() {
	before := runtime.NumGoroutine()
	for range 3 {
		fmt.Println(<-leak())
	}
	fmt.Println(runtime.NumGoroutine() - before)
}
