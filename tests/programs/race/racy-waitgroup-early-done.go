// Done before the work.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	result := ""
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done()
		result = "done"
	}()
	wg.Wait()
	fmt.Println(len(result) >= 0)
	time.Sleep(10 * time.Millisecond)
}
