// A successful TryLock orders.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	n := 0
	mu.Lock()
	go func() {
		n = 1
		mu.Unlock()
	}()
	for !mu.TryLock() {
		runtime.Gosched()
	}
	fmt.Println(n)
}
