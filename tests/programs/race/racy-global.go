// A package variable.
package main

import (
	"fmt"
	"sync"
)

var total int

func add(n int) { total += n }

func main() {
	var wg sync.WaitGroup
	for i := 1; i < 3; i++ {
		wg.Go(func() { add(i) })
	}
	wg.Wait()
	fmt.Println(total > 0)
}
