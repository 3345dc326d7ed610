// Package semaphore: a semaphore whose holders weigh differently.
package semaphore

import (
	"container/list"
	"context"
	"sync"
)

type waiter struct {
	n     int64
	ready chan<- struct{}
}

// NewWeighted returns a semaphore of weight n.
func NewWeighted(n int64) *Weighted { return &Weighted{size: n} }

// A Weighted is a semaphore.
type Weighted struct {
	size    int64
	cur     int64
	mu      sync.Mutex
	waiters list.List
}

// told says how much of s is in use now, for the eye.
func told(s *Weighted, change, used int64)

// waits says that whoever waits at ready waits for s.
func waits(s *Weighted, ready chan struct{})

// Acquire waits until n is free or ctx is done.
func (s *Weighted) Acquire(ctx context.Context, n int64) error {
	done := ctx.Done()
	s.mu.Lock()
	select {
	case <-done:
		s.mu.Unlock()
		return ctx.Err()
	default:
	}
	if s.size-s.cur >= n && s.waiters.Len() == 0 {
		s.cur += n
		told(s, n, s.cur)
		s.mu.Unlock()
		return nil
	}
	if n > s.size {
		s.mu.Unlock()
		<-done
		return ctx.Err()
	}
	ready := make(chan struct{})
	waits(s, ready)
	elem := s.waiters.PushBack(waiter{n: n, ready: ready})
	s.mu.Unlock()
	select {
	case <-done:
		s.mu.Lock()
		select {
		case <-ready:
			// It was granted meanwhile: give it back.
			s.cur -= n
			told(s, -n, s.cur)
			s.notifyWaiters()
		default:
			first := s.waiters.Front() == elem
			s.waiters.Remove(elem)
			if first && s.size > s.cur {
				s.notifyWaiters()
			}
		}
		s.mu.Unlock()
		return ctx.Err()
	case <-ready:
		select {
		case <-done:
			s.Release(n)
			return ctx.Err()
		default:
		}
		return nil
	}
}

// TryAcquire takes n if it is free.
func (s *Weighted) TryAcquire(n int64) bool {
	s.mu.Lock()
	success := s.size-s.cur >= n && s.waiters.Len() == 0
	if success {
		s.cur += n
		told(s, n, s.cur)
	}
	s.mu.Unlock()
	return success
}

// Release gives n back.
func (s *Weighted) Release(n int64) {
	s.mu.Lock()
	s.cur -= n
	if s.cur < 0 {
		s.mu.Unlock()
		panic("semaphore: released more than held")
	}
	told(s, -n, s.cur)
	s.notifyWaiters()
	s.mu.Unlock()
}

func (s *Weighted) notifyWaiters() {
	for {
		next := s.waiters.Front()
		if next == nil {
			return
		}
		w := next.Value.(waiter)
		if s.size-s.cur < w.n {
			// Let it not starve: who comes later waits too.
			return
		}
		s.cur += w.n
		told(s, w.n, s.cur)
		s.waiters.Remove(next)
		close(w.ready)
	}
}
