// sync.Map has no order.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	for i := range 3 {
		m.Store(i, true)
	}
	m.Range(func(k, _ any) bool {
		fmt.Print(k)
		return true
	})
	fmt.Println()
}
