// Fan-out to workers, fan-in by a merging goroutine; output sorted.
package main

import (
	"fmt"
	"slices"
	"sync"
)

func merge(cs ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	wg.Add(len(cs))
	for _, c := range cs {
		go func(c <-chan int) {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}(c)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func source(base int) <-chan int {
	c := make(chan int, 2)
	go func() {
		defer close(c)
		for i := range 3 {
			c <- base + i
		}
	}()
	return c
}

func main() {
	var got []int
	for v := range merge(source(10), source(20), source(30)) {
		got = append(got, v)
	}
	slices.Sort(got)
	fmt.Println(got)
}
