package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add()
		go func(n int) {
			defer wg.Done
			fmt.Println(n)
		}()
	}
	wg.wait()
	wg.Wait(1)
}
