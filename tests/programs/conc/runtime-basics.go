// Gosched, Goexit, NumGoroutine.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	fmt.Println(runtime.NumGoroutine(), runtime.NumCPU() > 0, runtime.GOMAXPROCS(0) > 0)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("deferred runs")
		func() {
			defer func() { fmt.Println("recover:", recover()) }()
			runtime.Goexit()
		}()
		fmt.Println("unreachable")
	}()
	wg.Wait()
	runtime.Gosched()
	stop := make(chan bool)
	for range 4 {
		go func() { <-stop }()
	}
	fmt.Println(runtime.NumGoroutine() >= 5)
	close(stop)
}
