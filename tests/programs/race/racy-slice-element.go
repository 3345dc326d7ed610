// Two writers of one element.
package main

import (
	"fmt"
	"sync"
)

func main() {
	s := make([]int, 3)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() { s[1] = i })
	}
	wg.Wait()
	fmt.Println(len(s))
}
