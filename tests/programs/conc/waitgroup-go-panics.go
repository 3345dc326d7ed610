package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Go(func() { panic("in wg.Go") })
	wg.Wait()
	fmt.Println("never")
}
