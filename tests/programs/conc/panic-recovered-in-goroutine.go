// Each goroutine must recover its own panics.
package main

import (
	"fmt"
	"sync"
)

func safe(wg *sync.WaitGroup, i int, errs []error) {
	defer wg.Done()
	defer func() {
		if r := recover(); r != nil {
			errs[i] = fmt.Errorf("goroutine %d: %v", i, r)
		}
	}()
	if i%2 == 1 {
		panic(fmt.Sprintf("odd %d", i))
	}
}

func main() {
	var wg sync.WaitGroup
	errs := make([]error, 4)
	for i := range errs {
		wg.Add(1)
		go safe(&wg, i, errs)
	}
	wg.Wait()
	for _, e := range errs {
		fmt.Println(e)
	}
}
