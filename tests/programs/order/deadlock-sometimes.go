// Two locks in opposite orders: a deadlock in some schedules.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var a, b sync.Mutex
	var wg sync.WaitGroup
	wg.Go(func() {
		a.Lock()
		runtime.Gosched()
		b.Lock()
		b.Unlock()
		a.Unlock()
	})
	wg.Go(func() {
		b.Lock()
		runtime.Gosched()
		a.Lock()
		a.Unlock()
		b.Unlock()
	})
	wg.Wait()
	fmt.Println("finished")
}
