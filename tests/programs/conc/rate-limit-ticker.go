// A ticker paces the work.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	t := time.NewTicker(5 * time.Millisecond)
	defer t.Stop()
	for i := range 4 {
		<-t.C
		fmt.Println("request", i)
	}
	fmt.Println(time.Since(start) >= 20*time.Millisecond)
}
