// Two goroutines push on one list.
package main

import (
	"fmt"
	"sync"
)

type node struct {
	v    int
	next *node
}

func main() {
	var head *node
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() { head = &node{i, head} })
	}
	wg.Wait()
	fmt.Println(head != nil)
}
