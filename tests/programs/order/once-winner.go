// One of them wins the Once.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	var wg sync.WaitGroup
	for _, n := range []string{"a", "b", "c"} {
		wg.Go(func() { once.Do(func() { fmt.Println(n) }) })
	}
	wg.Wait()
}
