// Do happens before every other Do returns.
package main

import (
	"fmt"
	"sync"
)

var (
	once sync.Once
	conf map[string]int
)

func get() map[string]int {
	once.Do(func() { conf = map[string]int{"a": 1} })
	return conf
}

func main() {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { _ = get()["a"] })
	}
	wg.Wait()
	fmt.Println(get())
}
