package pool

import (
	"context"
	"sync"
	"testing"
	"time"
)

type Pool struct {
	jobs chan func()
	wg   sync.WaitGroup
}

func New(n int) *Pool {
	p := &Pool{jobs: make(chan func())}
	for range n {
		p.wg.Go(func() {
			for j := range p.jobs {
				j()
			}
		})
	}
	return p
}

func TestPool(t *testing.T) {
	p := New(3)
	var mu sync.Mutex
	sum := 0
	for i := range 10 {
		p.jobs <- func() { mu.Lock(); sum += i; mu.Unlock() }
	}
	close(p.jobs)
	p.wg.Wait()
	if sum != 45 {
		t.Fatal(sum)
	}
}

func TestTimeout(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	select {
	case <-ctx.Done():
		t.Log(ctx.Err())
	case <-time.After(time.Second):
		t.Fatal("late")
	}
}

func TestGoroutineFail(t *testing.T) {
	done := make(chan bool)
	go func() {
		defer close(done)
		t.Error("from goroutine")
	}()
	<-done
}

func TestDeadline(t *testing.T) {
	_, ok := t.Deadline()
	t.Log(ok)
	t.Setenv("X", "1")
	if testing.Short() {
		t.Skip("short")
	}
	t.Log(testing.Verbose())
}
