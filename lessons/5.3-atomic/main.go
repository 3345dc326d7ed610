package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

const (
	adders = 100 //param 1..100
	each   = 100 //param 1..100
)

var (
	plain int
	total atomic.Int64
)

func adder(wg *sync.WaitGroup) {
	defer wg.Done()
	for range each {
		plain += 1 // three steps: read, add, write
		total.Add(1)
	}
}

func main() {
	var wg sync.WaitGroup
	for range adders {
		wg.Add(1)
		go adder(&wg)
	}
	wg.Wait()
	fmt.Println("plain", plain, "atomic", total.Load())

	total.Store(7)
	fmt.Println("7 became 8:", total.CompareAndSwap(7, 8))
	fmt.Println("7 became 9:", total.CompareAndSwap(7, 9))
	fmt.Println("taken out:", total.Swap(0), "left:", total.Load())
}
