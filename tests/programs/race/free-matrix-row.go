// Rows that do not overlap.
package main

import (
	"fmt"
	"sync"
)

func main() {
	cells := make([]int, 6)
	var wg sync.WaitGroup
	fill := func(s []int) {
		for i := range s {
			s[i]++
		}
	}
	wg.Go(func() { fill(cells[:3]) })
	wg.Go(func() { fill(cells[3:]) })
	wg.Wait()
	fmt.Println(cells)
}
