// Sleeping goroutines wake in the order of their times.
package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	for _, d := range []int{150, 50, 100} {
		go func() {
			time.Sleep(time.Duration(d) * time.Millisecond)
			c <- d
		}()
	}
	fmt.Println(<-c, <-c, <-c)
	time.Sleep(0)
	time.Sleep(-time.Second)
	fmt.Println("end")
}
