// sync.Map needs no lock.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() { m.Store(i, i); m.Load(i) })
	}
	wg.Wait()
	v, _ := m.Load(3)
	fmt.Println(v)
}
