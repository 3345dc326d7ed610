// The lock goes to whoever comes first.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	log := ""
	for _, n := range []string{"A", "B", "C"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			log += n
		}()
	}
	wg.Wait()
	fmt.Println(log)
}
