// A variable outside the loop is shared.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var i int
	sum := make([]int, 3)
	for i = 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sum[min(i, 2)] = 1
		}()
	}
	wg.Wait()
	fmt.Println(len(sum))
}
