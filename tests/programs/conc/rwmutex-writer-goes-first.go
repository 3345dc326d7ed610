package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	var order []string
	var om sync.Mutex
	say := func(s string) {
		om.Lock()
		order = append(order, s)
		om.Unlock()
	}
	mu.RLock()
	var wg sync.WaitGroup
	wg.Go(func() {
		mu.Lock()
		say("writer")
		time.Sleep(10 * time.Millisecond)
		mu.Unlock()
	})
	time.Sleep(10 * time.Millisecond)
	fmt.Println(mu.TryRLock(), mu.TryLock())
	for range 3 {
		wg.Go(func() {
			mu.RLock()
			say("reader")
			mu.RUnlock()
		})
	}
	time.Sleep(10 * time.Millisecond)
	wg.Go(func() {
		mu.Lock()
		say("writer2")
		mu.Unlock()
	})
	time.Sleep(10 * time.Millisecond)
	mu.RUnlock()
	wg.Wait()
	fmt.Println(order)
	l := mu.RLocker()
	l.Lock()
	fmt.Println(mu.TryLock())
	l.Unlock()
	l.Unlock()
}
