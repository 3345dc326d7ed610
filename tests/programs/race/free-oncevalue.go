// OnceValue shares one result.
package main

import (
	"fmt"
	"sync"
)

func main() {
	n := 0
	get := sync.OnceValue(func() int { n++; return n })
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { get() })
	}
	wg.Wait()
	fmt.Println(get(), n)
}
