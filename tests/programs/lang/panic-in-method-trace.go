// The trace names methods, closures and pointer receivers.
package main

import "fmt"

type stack struct{ items []int }

func (s *stack) pop() int {
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v
}

type wrapper struct{ stack }

func (w wrapper) drain() {
	for {
		fmt.Println(w.pop())
	}
}

func run(f func()) { f() }

func main() {
	w := wrapper{stack{[]int{1, 2}}}
	run(func() {
		w.drain()
	})
}
