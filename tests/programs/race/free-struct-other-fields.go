// Different fields of one struct.
package main

import (
	"fmt"
	"sync"
)

type s struct{ a, b int }

func main() {
	var v s
	var wg sync.WaitGroup
	wg.Go(func() { v.a = 1 })
	wg.Go(func() { v.b = 2 })
	wg.Wait()
	fmt.Println(v)
}
