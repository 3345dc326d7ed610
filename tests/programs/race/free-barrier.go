// A barrier of two WaitGroups.
package main

import (
	"fmt"
	"sync"
)

func main() {
	a := make([]int, 3)
	b := make([]int, 3)
	var first, second sync.WaitGroup
	first.Add(3)
	for i := range 3 {
		second.Go(func() {
			a[i] = i + 1
			first.Done()
			first.Wait()
			b[i] = a[(i+1)%3]
		})
	}
	second.Wait()
	fmt.Println(a, b)
}
