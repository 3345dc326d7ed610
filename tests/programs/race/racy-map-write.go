// Two writers of one map.
package main

import (
	"fmt"
	"sync"
)

func main() {
	m := map[int]int{}
	var wg sync.WaitGroup
	var first sync.Mutex
	first.Lock()
	wg.Go(func() { m[1] = 1; first.Unlock() })
	first.Lock()
	done := make(chan bool)
	go func() { m[2] = 2; close(done) }()
	<-done
	wg.Go(func() { m[3] = 3 })
	fmt.Println(m[1])
	wg.Wait()
}
