// Deferred calls of the panicking goroutine run, those of main do not.
package main

import (
	"fmt"
	"time"
)

func main() {
	defer fmt.Println("main deferred: never")
	go func() {
		defer fmt.Println("goroutine deferred")
		panic(fmt.Errorf("bad %d", 1))
	}()
	time.Sleep(5 * time.Second)
	fmt.Println("never")
}
