// What a OnceFunc does comes before every return of it.
package main

import (
	"sync"
)

func main() {
	n := 0
	f := sync.OnceFunc(func() { n = 1 })
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			f()
			_ = n
		})
	}
	wg.Wait()
}
