// The result variable is written by two closures.
package main

import (
	"fmt"
	"sync"
)

func compute() (result int) {
	var wg sync.WaitGroup
	for i := 1; i <= 2; i++ {
		wg.Go(func() { result += i })
	}
	wg.Wait()
	return
}

func main() {
	fmt.Println(compute() > 0)
}
