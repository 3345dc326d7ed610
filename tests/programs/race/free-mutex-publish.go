// Written before Unlock, read after Lock.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	ready, data := false, ""
	go func() {
		mu.Lock()
		defer mu.Unlock()
		data, ready = "x", true
	}()
	for {
		mu.Lock()
		r := ready
		mu.Unlock()
		if r {
			break
		}
		runtime.Gosched()
	}
	fmt.Println(data)
}
