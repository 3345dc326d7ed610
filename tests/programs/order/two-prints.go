// Two goroutines print; either may be first.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for _, s := range []string{"a", "b"} {
		wg.Go(func() { fmt.Println(s) })
	}
	wg.Wait()
}
