// AfterFunc runs in its own goroutine.
package main

import (
	"fmt"
	"time"
)

func main() {
	x := 1
	time.AfterFunc(5*time.Millisecond, func() { x++ })
	x++
	time.Sleep(30 * time.Millisecond)
	fmt.Println(x > 0)
}
