// Each goroutine has its own err.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	errs := make([]error, 2)
	var wg sync.WaitGroup
	for i, s := range []string{"a", "b"} {
		wg.Go(func() {
			err := errors.New(s)
			errs[i] = err
		})
	}
	wg.Wait()
	fmt.Println(errors.Join(errs...))
}
