// Each goroutine has its own mutex.
package main

import (
	"fmt"
	"sync"
)

func main() {
	n := 0
	var a, b sync.Mutex
	var wg sync.WaitGroup
	wg.Go(func() { a.Lock(); n++; a.Unlock() })
	wg.Go(func() { b.Lock(); n++; b.Unlock() })
	wg.Wait()
	fmt.Println(n > 0)
}
