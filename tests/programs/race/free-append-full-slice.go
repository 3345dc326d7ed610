// Without room every append has its own array.
package main

import (
	"fmt"
	"sync"
)

func main() {
	base := make([]int, 1, 1)
	out := make([][]int, 2)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() { out[i] = append(base, i) })
	}
	wg.Wait()
	fmt.Println(out)
}
