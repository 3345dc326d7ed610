package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Go(func() {
		defer func() { fmt.Println("recover:", recover()) }()
		defer func() { runtime.Goexit() }()
		panic("gone")
	})
	wg.Wait()
	fmt.Println("main")
}
