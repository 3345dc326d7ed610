// The deferred read runs before the goroutine is done.
package main

import (
	"fmt"
	"time"
)

func f() (n int) {
	x := 0
	defer func() { n = x }()
	go func() { x = 1 }()
	return 5
}

func main() {
	fmt.Println(f() < 2)
	time.Sleep(10 * time.Millisecond)
}
