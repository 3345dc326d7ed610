// Two goroutines append to one slice.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var s []int
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() { s = append(s, i) })
	}
	wg.Wait()
	fmt.Println(len(s) > 0)
}
