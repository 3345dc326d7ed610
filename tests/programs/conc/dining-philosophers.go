// Forks picked up in a global order: nobody starves.
package main

import (
	"fmt"
	"sync"
)

func main() {
	const n = 5
	var forks [n]sync.Mutex
	meals := make([]int, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			l, r := i, (i+1)%n
			if l > r {
				l, r = r, l
			}
			for range 3 {
				forks[l].Lock()
				forks[r].Lock()
				meals[i]++
				forks[r].Unlock()
				forks[l].Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(meals)
}
