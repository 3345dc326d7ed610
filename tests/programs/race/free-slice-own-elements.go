// Each goroutine its own element.
package main

import (
	"fmt"
	"sync"
)

func main() {
	s := make([]int, 5)
	var wg sync.WaitGroup
	for i := range s {
		wg.Go(func() { s[i] = i * i })
	}
	wg.Wait()
	fmt.Println(s)
}
