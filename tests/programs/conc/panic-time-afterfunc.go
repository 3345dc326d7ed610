// A panic in an AfterFunc callback.
package main

import "time"

func main() {
	time.AfterFunc(time.Millisecond, func() {
		panic("timer")
	})
	time.Sleep(5 * time.Second)
}
