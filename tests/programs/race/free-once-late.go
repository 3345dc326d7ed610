// A late caller of Once sees what the function did.
package main

import (
	"sync"
	"time"
)

func main() {
	var once sync.Once
	data := 0
	go once.Do(func() { data = 1 })
	time.Sleep(10 * time.Millisecond)
	once.Do(func() {})
	data++
}
