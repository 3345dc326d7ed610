// Rows that overlap by one cell.
package main

import (
	"fmt"
	"sync"
)

func main() {
	cells := make([]int, 5)
	var wg sync.WaitGroup
	fill := func(s []int) {
		for i := range s {
			s[i]++
		}
	}
	wg.Go(func() { fill(cells[:3]) })
	wg.Go(func() { fill(cells[2:]) })
	wg.Wait()
	fmt.Println(len(cells))
}
