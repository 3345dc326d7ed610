// A negative counter can be recovered.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	func() {
		defer func() { fmt.Println(recover()) }()
		wg.Add(-1)
	}()
	var wg2 sync.WaitGroup
	wg2.Add(2)
	wg2.Done()
	func() {
		defer func() { fmt.Println(recover()) }()
		wg2.Add(-2)
	}()
	fmt.Println("end")
}
