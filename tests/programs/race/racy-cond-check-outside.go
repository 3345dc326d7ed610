// The condition is looked at without the lock.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	ready := false
	go func() {
		mu.Lock()
		ready = true
		mu.Unlock()
	}()
	if ready {
		fmt.Println("early")
	}
	time.Sleep(10 * time.Millisecond)
	fmt.Println("end")
}
