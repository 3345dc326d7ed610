// What comes before Reset comes before the function that the timer starts.
package main

import "time"

func main() {
	data := 0
	done := make(chan bool)
	t := time.AfterFunc(time.Hour, func() {
		data++
		close(done)
	})
	data = 1
	t.Reset(time.Millisecond)
	<-done
	data++
}
