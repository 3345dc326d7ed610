// Package initialisation happens before main.
package main

import (
	"fmt"
	"sync"
)

var table = map[string]int{"a": 1}

func init() { table["b"] = 2 }

func main() {
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { _ = table["b"] })
	}
	wg.Wait()
	fmt.Println(len(table))
}
