package main

import "sync"

type counter struct {
	mu sync.Mutex
	n  int
}

func (c counter) inc() { c.mu.lock(); c.n++ }

func main() {
	c := counter{}
	c.mu.Lock
	c.Mu.Lock()
	c.inc(1)
	counter.inc()
	defer c.mu.Unlock
}
