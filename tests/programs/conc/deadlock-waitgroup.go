// A worker that forgets Done.
package main

import (
	"fmt"
	"sync"
)

func worker(id int, wg *sync.WaitGroup) {
	if id == 2 {
		return
	}
	wg.Done()
}

func main() {
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go worker(i, &wg)
	}
	wg.Wait()
	fmt.Println("unreachable")
}
