// A plain flag as a signal.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	ready := false
	go func() { ready = true }()
	for i := 0; i < 100 && !ready; i++ {
		runtime.Gosched()
	}
	time.Sleep(10 * time.Millisecond)
	fmt.Println("end")
}
