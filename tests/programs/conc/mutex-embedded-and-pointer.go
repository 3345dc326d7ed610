// Embedded mutexes, pointers to mutexes, a slice of locks, a lock in a map value.
package main

import (
	"fmt"
	"sync"
)

type base struct{ sync.Mutex }
type wrapped struct {
	base
	*sync.RWMutex
	n int
}

func main() {
	w := wrapped{RWMutex: &sync.RWMutex{}}
	w.base.Lock()
	w.n++
	w.base.Unlock()
	w.RLock()
	fmt.Println(w.n, w.base.TryLock(), w.RWMutex.TryLock())
	w.RUnlock()
	locks := make([]sync.Mutex, 2)
	locks[1].Lock()
	fmt.Println(locks[0].TryLock(), locks[1].TryLock())
	m := map[string]*sync.Mutex{"a": {}}
	m["a"].Lock()
	fmt.Println(m["a"].TryLock())
	f := m["a"].Unlock
	f()
	fmt.Println(m["a"].TryLock())
}
