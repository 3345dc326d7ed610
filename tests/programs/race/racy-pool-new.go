// A value that is new says nothing about what was put.
package main

import (
	"sync"
	"time"
)

type item struct{ n [4]int }

func main() {
	pool := sync.Pool{New: func() any { return new(item) }}
	data := 0
	done := make(chan bool, 1)
	go func() {
		data = 1
		pool.Get()
		time.Sleep(20 * time.Millisecond)
		done <- true
	}()
	time.Sleep(10 * time.Millisecond)
	pool.Put(new(item))
	data++
	<-done
}
