// Send on a channel that another goroutine may close first.
package main

import (
	"fmt"
	"sync"
)

func main() {
	c := make(chan int, 1)
	var wg sync.WaitGroup
	wg.Go(func() {
		defer func() {
			if r := recover(); r != nil {
				fmt.Println(r)
			}
		}()
		c <- 1
		fmt.Println("sent")
	})
	wg.Go(func() { close(c) })
	wg.Wait()
}
