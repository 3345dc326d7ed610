// Two receivers share the values.
package main

import (
	"fmt"
	"sync"
)

func main() {
	c := make(chan int)
	var wg sync.WaitGroup
	got := make([]int, 2)
	for i := range got {
		wg.Go(func() {
			for v := range c {
				got[i] += v
			}
		})
	}
	c <- 1
	c <- 10
	close(c)
	wg.Wait()
	fmt.Println(got)
}
