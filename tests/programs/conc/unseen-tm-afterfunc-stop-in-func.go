package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(3)
	var t *time.Timer
	n := 0
	t = time.AfterFunc(10*time.Millisecond, func() {
		n++
		fmt.Println("fire", n, t.Stop())
		if n < 3 {
			t.Reset(10 * time.Millisecond)
		}
		wg.Done()
	})
	wg.Wait()
	fmt.Println(t.Stop())
}
