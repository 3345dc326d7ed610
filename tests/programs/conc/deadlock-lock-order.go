// Two locks taken in opposite order, forced by a hand-shake.
package main

import "sync"

func main() {
	var a, b sync.Mutex
	ready := make(chan bool)
	a.Lock()
	go func() {
		b.Lock()
		ready <- true
		a.Lock()
	}()
	<-ready
	b.Lock()
}
