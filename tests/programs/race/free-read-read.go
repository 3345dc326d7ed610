// Readers only.
package main

import (
	"fmt"
	"sync"
)

func main() {
	x := 5
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			if x != 5 {
				fmt.Println("no")
			}
		})
	}
	fmt.Println(x)
	wg.Wait()
}
