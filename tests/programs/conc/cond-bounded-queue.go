package main

import (
	"fmt"
	"sync"
	"time"
)

type Queue[T any] struct {
	mu       sync.Mutex
	notEmpty *sync.Cond
	notFull  sync.Cond
	buf      []T
	cap      int
	closed   bool
}

func NewQueue[T any](cap int) *Queue[T] {
	q := &Queue[T]{cap: cap}
	q.notEmpty = sync.NewCond(&q.mu)
	q.notFull.L = &q.mu
	return q
}
func (q *Queue[T]) Put(v T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.buf) == q.cap {
		q.notFull.Wait()
	}
	q.buf = append(q.buf, v)
	q.notEmpty.Signal()
}
func (q *Queue[T]) Get() (v T, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.buf) == 0 && !q.closed {
		q.notEmpty.Wait()
	}
	if len(q.buf) == 0 {
		return v, false
	}
	v, q.buf = q.buf[0], q.buf[1:]
	q.notFull.Signal()
	return v, true
}
func (q *Queue[T]) Close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.notEmpty.Broadcast()
}

func main() {
	q := NewQueue[string](2)
	go func() {
		defer q.Close()
		for _, w := range []string{"the", "quick", "brown", "fox", "jumps"} {
			q.Put(w)
		}
	}()
	time.Sleep(5 * time.Millisecond)
	for {
		w, ok := q.Get()
		if !ok {
			break
		}
		fmt.Printf("%-7s|%3d|\n", w, len(w))
	}
	fmt.Println(q.Get())
}
