// Atomic on one side, plain on the other.
package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var n int64
	done := make(chan bool)
	go func() {
		atomic.AddInt64(&n, 1)
		close(done)
	}()
	n++
	<-done
	fmt.Println(n > 0)
}
