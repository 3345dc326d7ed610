// Two atomic stores do not learn from each other; only a load does.
package main

import (
	"sync/atomic"
	"time"
)

func main() {
	var flag atomic.Int32
	data := 0
	go func() {
		data = 1
		flag.Store(1)
	}()
	time.Sleep(10 * time.Millisecond)
	flag.Store(2)
	data++
}
