// Sleeping is not synchronisation.
package main

import (
	"fmt"
	"time"
)

func main() {
	x := 0
	go func() {
		x = 1
	}()
	time.Sleep(20 * time.Millisecond)
	x++
	fmt.Println(x > 0)
}
