package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
)

type Stack struct {
	Items []int
	mu    sync.Mutex
}

func (s *Stack) Push(x int) { s.Items = append(s.Items, x) }
func (s *Stack) pop() int   { return 0 }

func main() {
	s := Stack{}
	s.push(1)
	s.Pop()
	s.items = nil
	s.Mu.Lock()
	s.mu.lock()
	fmt.println("x")
	fmt.Printn("y")
	strings.contains("a", "b")
	os.exit(1)
	var wg sync.Waitgroup
	wg.add(1)
	Println("x")
	str := strings.NewBuilder()
	var st *Stack
	st.Foo()
	(*st).Bar = 1
	var pp **Stack
	pp.Push(1)
	var e error
	e.error()
	e.Message()
	var any interface{}
	any.Foo()
}
