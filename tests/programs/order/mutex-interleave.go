// Two steps of two goroutines; each keeps its own order.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	log := ""
	step := func(s string) {
		mu.Lock()
		log += s
		mu.Unlock()
	}
	var wg sync.WaitGroup
	wg.Go(func() { step("a"); runtime.Gosched(); step("b") })
	wg.Go(func() { step("1"); runtime.Gosched(); step("2") })
	wg.Wait()
	fmt.Println(log)
}
