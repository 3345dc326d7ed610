package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	done := make(chan bool)
	mu.Lock()
	go func() {
		mu.Unlock()
		close(done)
	}()
	<-done
	fmt.Println(mu.TryLock())
	mu.Unlock()
	defer fmt.Println("not run")
	mu.Unlock()
}
