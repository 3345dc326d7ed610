// What comes after setting a timer is not ordered with its function.
package main

import (
	"time"
)

func main() {
	data := 0
	done := make(chan bool, 1)
	time.AfterFunc(10*time.Millisecond, func() {
		data++
		time.Sleep(20 * time.Millisecond)
		done <- true
	})
	data = 1
	<-done
}
