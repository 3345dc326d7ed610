// Two timers with the same deadline.
package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan string, 2)
	for _, s := range []string{"a", "b"} {
		go func() {
			time.Sleep(2 * time.Millisecond)
			c <- s
		}()
	}
	fmt.Println(<-c, <-c)
}
