// A future computed once and read by many.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type future struct {
	done chan struct{}
	val  int
	err  error
}

func start(f func() (int, error)) *future {
	fu := &future{done: make(chan struct{})}
	go func() {
		defer close(fu.done)
		defer func() {
			if r := recover(); r != nil {
				fu.err = fmt.Errorf("panicked: %v", r)
			}
		}()
		fu.val, fu.err = f()
	}()
	return fu
}

func (f *future) get() (int, error) { <-f.done; return f.val, f.err }

func main() {
	a := start(func() (int, error) { return 42, nil })
	b := start(func() (int, error) { return 0, errors.New("failed") })
	c := start(func() (int, error) { var m map[int]int; m[1] = 1; return 1, nil })
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { a.get() })
	}
	wg.Wait()
	fmt.Println(a.get())
	fmt.Println(b.get())
	fmt.Println(c.get())
}
