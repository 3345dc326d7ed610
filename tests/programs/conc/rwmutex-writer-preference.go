// A waiting writer blocks new readers.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	mu.RLock()
	wrote := make(chan bool)
	go func() {
		mu.Lock()
		fmt.Println("writer in")
		mu.Unlock()
		close(wrote)
	}()
	time.Sleep(30 * time.Millisecond)
	fmt.Println("new reader:", mu.TryRLock())
	read := make(chan bool)
	go func() {
		mu.RLock()
		fmt.Println("late reader in")
		mu.RUnlock()
		close(read)
	}()
	time.Sleep(30 * time.Millisecond)
	fmt.Println("first reader out")
	mu.RUnlock()
	<-wrote
	<-read
}
