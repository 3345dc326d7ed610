// A watchdog is reset by each heartbeat and fires when they stop.
package main

import (
	"fmt"
	"time"
)

func main() {
	beat := make(chan int)
	go func() {
		for i := range 3 {
			time.Sleep(10 * time.Millisecond)
			beat <- i
		}
	}()
	dog := time.NewTimer(300 * time.Millisecond)
	for {
		select {
		case b := <-beat:
			fmt.Println("beat", b)
			dog.Reset(300 * time.Millisecond)
		case <-dog.C:
			fmt.Println("watchdog")
			return
		}
	}
}
