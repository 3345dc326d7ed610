// Treiber's stack.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type node struct {
	v    int
	next *node
}

type stack struct{ head atomic.Pointer[node] }

func (s *stack) push(v int) {
	n := &node{v: v}
	for {
		n.next = s.head.Load()
		if s.head.CompareAndSwap(n.next, n) {
			return
		}
	}
}

func (s *stack) pop() (int, bool) {
	for {
		h := s.head.Load()
		if h == nil {
			return 0, false
		}
		if s.head.CompareAndSwap(h, h.next) {
			return h.v, true
		}
	}
}

func main() {
	var s stack
	var wg sync.WaitGroup
	for i := 1; i <= 10; i++ {
		wg.Go(func() { s.push(i) })
	}
	wg.Wait()
	var sum atomic.Int64
	for range 10 {
		wg.Go(func() {
			v, ok := s.pop()
			if ok {
				sum.Add(int64(v))
			}
		})
	}
	wg.Wait()
	fmt.Println(sum.Load())
	fmt.Println(s.pop())
}
