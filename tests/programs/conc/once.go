// Once runs the first function only, even for many callers.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	var wg sync.WaitGroup
	count := 0
	for range 10 {
		wg.Go(func() {
			once.Do(func() { count++ })
		})
	}
	wg.Wait()
	fmt.Println("count", count)
	once.Do(func() { fmt.Println("never") })
	var bad sync.Once
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		bad.Do(func() { panic("first") })
	}()
	bad.Do(func() { fmt.Println("not again after a panic") })
	fmt.Println("end")
}
