// A ticker ticks until it is stopped.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTicker(5 * time.Millisecond)
	for i := range 3 {
		<-t.C
		fmt.Println("tick", i)
	}
	t.Stop()
	select {
	case <-t.C:
		fmt.Println("tick after stop")
	case <-time.After(30 * time.Millisecond):
		fmt.Println("quiet")
	}
	t.Reset(5 * time.Millisecond)
	<-t.C
	fmt.Println("ticks again")
	n := 0
	for range time.Tick(time.Millisecond) {
		if n++; n == 3 {
			break
		}
	}
	fmt.Println(n)
	defer func() { fmt.Println(recover()) }()
	time.NewTicker(0)
}
