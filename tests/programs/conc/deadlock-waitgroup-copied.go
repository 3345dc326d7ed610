// A WaitGroup passed by value: the copy is done, the original waits.
package main

import (
	"fmt"
	"sync"
)

func work(wg sync.WaitGroup) {
	fmt.Println("working")
	wg.Done()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	done := make(chan bool)
	go func() {
		work(wg)
		close(done)
	}()
	<-done
	wg.Wait()
}
