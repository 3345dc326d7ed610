// An interface variable is two words that are written at once.
package main

import (
	"sync"
)

func main() {
	var x any
	var wg sync.WaitGroup
	wg.Go(func() { x = 1 })
	wg.Go(func() { x = "s" })
	wg.Wait()
	_ = x
}
