// Since Go 1.23 Stop and Reset leave no stale value in the channel.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	fmt.Println(t.Stop())
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("empty")
	}
	t.Reset(time.Hour)
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("empty")
	}
	k := time.NewTicker(time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	k.Stop()
	select {
	case <-k.C:
		fmt.Println("stale")
	default:
		fmt.Println("empty")
	}
	k.Reset(time.Millisecond)
	<-k.C
	fmt.Println("tick")
}
