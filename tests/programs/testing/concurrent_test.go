// A test of concurrent code.
package demo

import (
	"sync"
	"testing"
	"time"
)

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) inc() { c.mu.Lock(); c.n++; c.mu.Unlock() }

func TestCounter(t *testing.T) {
	var c counter
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(c.inc)
	}
	wg.Wait()
	if c.n != 100 {
		t.Fatalf("n = %d", c.n)
	}
}

func TestTimeout(t *testing.T) {
	done := make(chan bool)
	go func() { time.Sleep(5 * time.Millisecond); close(done) }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		t.Fatal("timeout")
	}
}
