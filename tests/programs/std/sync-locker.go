// sync.Locker is satisfied by *Mutex, *RWMutex and RLocker.
package main

import (
	"fmt"
	"sync"
)

func with(l sync.Locker, f func()) {
	l.Lock()
	defer l.Unlock()
	f()
}

type spin struct{ held bool }

func (s *spin) Lock()   { s.held = true; fmt.Println("lock") }
func (s *spin) Unlock() { s.held = false; fmt.Println("unlock") }

func main() {
	var mu sync.Mutex
	var rw sync.RWMutex
	n := 0
	with(&mu, func() { n++ })
	with(&rw, func() { n++ })
	with(rw.RLocker(), func() { n++ })
	s := &spin{}
	with(s, func() { n++; fmt.Println(s.held) })
	c := sync.NewCond(s)
	c.L.Lock()
	c.Signal()
	c.Broadcast()
	c.L.Unlock()
	fmt.Println(n)
}
