// Appends to two slices over one array with room.
package main

import (
	"fmt"
	"sync"
)

func main() {
	base := make([]int, 1, 10)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() { _ = append(base, i) })
	}
	wg.Wait()
	fmt.Println(len(base))
}
