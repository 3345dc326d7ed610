// Goexit on main lets the others run; when they end it is a deadlock.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	next := make(chan bool)
	go func() {
		<-next
		fmt.Println("other still runs")
	}()
	defer func() {
		fmt.Println("main deferred")
		close(next)
	}()
	runtime.Goexit()
}
