// A failed TryLock orders nothing.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	n := 0
	mu.Lock()
	go func() {
		n = 1
	}()
	if !mu.TryLock() {
		n = 2
	}
	time.Sleep(10 * time.Millisecond)
	fmt.Println(n > 0)
}
