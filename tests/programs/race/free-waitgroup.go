// Done happens before Wait returns.
package main

import (
	"fmt"
	"sync"
)

func main() {
	result := ""
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		result = "done"
	}()
	wg.Wait()
	fmt.Println(result)
}
