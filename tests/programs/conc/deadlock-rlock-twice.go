package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	mu.RLock()
	go func() {
		mu.Lock()
		mu.Unlock()
	}()
	time.Sleep(20 * time.Millisecond)
	fmt.Println("again")
	mu.RLock()
	fmt.Println("never")
}
