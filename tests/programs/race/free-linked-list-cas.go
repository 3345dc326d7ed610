// The same with CompareAndSwap.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type node struct {
	v    int
	next *node
}

func main() {
	var head atomic.Pointer[node]
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for {
				old := head.Load()
				if head.CompareAndSwap(old, &node{i, old}) {
					return
				}
			}
		})
	}
	wg.Wait()
	n := 0
	for p := head.Load(); p != nil; p = p.next {
		n++
	}
	fmt.Println(n)
}
