// close happens before the receive that sees it.
package main

import (
	"fmt"
	"sync"
)

func main() {
	config := ""
	ready := make(chan struct{})
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			<-ready
			if config != "loaded" {
				fmt.Println("bad")
			}
		})
	}
	config = "loaded"
	close(ready)
	wg.Wait()
	fmt.Println(config)
}
