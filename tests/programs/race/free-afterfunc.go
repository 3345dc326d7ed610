// Setting a timer comes before its function.
package main

import (
	"time"
)

func main() {
	data := 0
	done := make(chan bool)
	data = 1
	time.AfterFunc(time.Millisecond, func() {
		data++
		close(done)
	})
	<-done
	data++
}
