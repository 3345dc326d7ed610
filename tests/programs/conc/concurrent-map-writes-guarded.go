// Sharded maps with one lock each.
package main

import (
	"fmt"
	"sync"
)

type shard struct {
	mu sync.Mutex
	m  map[int]int
}

func main() {
	var shards [4]*shard
	for i := range shards {
		shards[i] = &shard{m: make(map[int]int)}
	}
	var wg sync.WaitGroup
	for k := range 40 {
		wg.Go(func() {
			s := shards[k%len(shards)]
			s.mu.Lock()
			defer s.mu.Unlock()
			s.m[k/8]++
		})
	}
	wg.Wait()
	for i, s := range shards {
		fmt.Println(i, s.m)
	}
}
