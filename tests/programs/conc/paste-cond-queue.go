// A bounded blocking queue over sync.Cond with close, and a ring buffer under it.
package main

import (
	"fmt"
	"sync"
)

type ring[T any] struct {
	buf        []T
	head, size int
}

func (r *ring[T]) push(x T) {
	r.buf[(r.head+r.size)%len(r.buf)] = x
	r.size++
}

func (r *ring[T]) pop() (x T) {
	x, r.buf[r.head] = r.buf[r.head], x
	r.head = (r.head + 1) % len(r.buf)
	r.size--
	return x
}

type queue[T any] struct {
	ring[T]
	sync.Mutex
	notEmpty, notFull *sync.Cond
	closed            bool
}

func newQueue[T any](n int) *queue[T] {
	q := &queue[T]{ring: ring[T]{buf: make([]T, n)}}
	q.notEmpty, q.notFull = sync.NewCond(q), sync.NewCond(q)
	return q
}

func (q *queue[T]) Put(x T) bool {
	q.Lock()
	defer q.Unlock()
	for q.size == len(q.buf) && !q.closed {
		q.notFull.Wait()
	}
	if q.closed {
		return false
	}
	q.push(x)
	q.notEmpty.Signal()
	return true
}

func (q *queue[T]) Get() (x T, ok bool) {
	q.Lock()
	defer q.Unlock()
	for q.size == 0 && !q.closed {
		q.notEmpty.Wait()
	}
	if q.size == 0 {
		return x, false
	}
	x = q.pop()
	q.notFull.Signal()
	return x, true
}

func (q *queue[T]) Close() {
	q.Lock()
	q.closed = true
	q.Unlock()
	q.notEmpty.Broadcast()
	q.notFull.Broadcast()
}

func main() {
	q := newQueue[int](3)
	var producers, consumers sync.WaitGroup
	var mu sync.Mutex
	total, count := 0, 0
	for p := range 4 {
		producers.Go(func() {
			for i := range 25 {
				q.Put(p*25 + i)
			}
		})
	}
	for range 3 {
		consumers.Go(func() {
			for {
				x, ok := q.Get()
				if !ok {
					return
				}
				mu.Lock()
				total += x
				count++
				mu.Unlock()
			}
		})
	}
	producers.Wait()
	q.Close()
	consumers.Wait()
	fmt.Println(total, count, q.Put(1), q.size)
}
