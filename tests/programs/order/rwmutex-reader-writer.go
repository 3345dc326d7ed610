// The reader sees the old or the new value.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	x := "old"
	var wg sync.WaitGroup
	wg.Go(func() { mu.Lock(); x = "new"; mu.Unlock() })
	wg.Go(func() { mu.RLock(); fmt.Println(x); mu.RUnlock() })
	wg.Wait()
}
