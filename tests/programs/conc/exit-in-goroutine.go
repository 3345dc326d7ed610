package main

import (
	"fmt"
	"os"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	defer fmt.Println("not run")
	wg.Go(func() {
		defer fmt.Println("not run either")
		os.Exit(3)
	})
	wg.Wait()
	select {}
}
