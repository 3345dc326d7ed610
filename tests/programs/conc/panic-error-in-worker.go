// A worker's nil map write ends the program with a trace through two frames.
package main

import "sync"

type registry struct {
	mu sync.Mutex
	m  map[string]int
}

func (r *registry) add(k string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.m[k]++
}

func main() {
	var r registry
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		r.add("x")
	}()
	wg.Wait()
	select {}
}
