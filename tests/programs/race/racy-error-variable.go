// err shared by two goroutines.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	var err error
	var wg sync.WaitGroup
	for _, s := range []string{"a", "b"} {
		wg.Go(func() { err = errors.New(s) })
	}
	wg.Wait()
	fmt.Println(err != nil)
}
