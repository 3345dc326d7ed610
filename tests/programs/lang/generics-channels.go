// Generic channels and concurrency helpers.
package main

import (
	"fmt"
	"sync"
)

func generate[T any](xs ...T) <-chan T {
	c := make(chan T)
	go func() {
		defer close(c)
		for _, x := range xs {
			c <- x
		}
	}()
	return c
}

func transform[T, U any](in <-chan T, f func(T) U) <-chan U {
	out := make(chan U, 1)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func collect[C ~<-chan T | ~chan T, T any](c C) (all []T) {
	for v := range c {
		all = append(all, v)
	}
	return
}

type safe[T any] struct {
	mu sync.Mutex
	v  T
}

func (s *safe[T]) with(f func(*T)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f(&s.v)
}

type future[T any] struct {
	done chan struct{}
	val  T
}

func async[T any](f func() T) *future[T] {
	fu := &future[T]{done: make(chan struct{})}
	go func() {
		fu.val = f()
		close(fu.done)
	}()
	return fu
}

func (f *future[T]) await() T { <-f.done; return f.val }

func main() {
	fmt.Println(collect[<-chan string](transform(generate(1, 2, 3), func(i int) string { return fmt.Sprint("n", i) })))
	var m safe[map[string]int]
	m.with(func(p *map[string]int) { *p = map[string]int{} })
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() { m.with(func(p *map[string]int) { (*p)["sum"] += i }) })
	}
	wg.Wait()
	fmt.Println(m.v)
	a, b := async(func() int { return 6 }), async(func() string { return "seven" })
	fmt.Println(a.await(), b.await())
}
