// A clone handed out of the lock.
package main

import (
	"fmt"
	"slices"
	"sync"
)

type list struct {
	mu sync.Mutex
	xs []int
}

func (l *list) all() []int { l.mu.Lock(); defer l.mu.Unlock(); return slices.Clone(l.xs) }
func (l *list) set(v int)  { l.mu.Lock(); defer l.mu.Unlock(); l.xs[0] = v }

func main() {
	l := &list{xs: []int{1}}
	done := make(chan bool)
	go func() {
		l.set(5)
		done <- true
	}()
	fmt.Println(l.all()[0] > 0)
	<-done
}
