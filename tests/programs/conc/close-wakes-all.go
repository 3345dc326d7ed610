// close wakes all receivers with zero values; buffered values come first.
package main

import (
	"fmt"
	"sort"
	"sync"
)

func main() {
	c := make(chan int, 2)
	c <- 7
	c <- 8
	var mu sync.Mutex
	var got []string
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			v, ok := <-c
			mu.Lock()
			got = append(got, fmt.Sprint(v, ok))
			mu.Unlock()
		})
	}
	close(c)
	wg.Wait()
	sort.Strings(got)
	fmt.Println(got)
}
