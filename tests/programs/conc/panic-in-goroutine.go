// A panic in any goroutine ends the program.
package main

import (
	"fmt"
	"sync"
)

func work(n int) {
	var a []int
	fmt.Println("working")
	a[n] = 1
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		work(3)
	}()
	wg.Wait()
	select {}
}
