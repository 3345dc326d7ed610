// Each iteration has its own variable.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	sum := make([]int, 3)
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sum[i] = i
		}()
	}
	wg.Wait()
	fmt.Println(sum)
}
