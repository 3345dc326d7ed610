// Each writes its own part of a slice.
package main

import (
	"sync"
)

func main() {
	s := make([]int, 8)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() { s[i] = i })
	}
	wg.Wait()
	println(len(s))
}
