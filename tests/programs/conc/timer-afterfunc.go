// time.AfterFunc runs in its own goroutine unless stopped.
package main

import (
	"fmt"
	"time"
)

func main() {
	done := make(chan string)
	time.AfterFunc(10*time.Millisecond, func() { done <- "ran" })
	never := time.AfterFunc(time.Hour, func() { done <- "never" })
	fmt.Println(<-done)
	fmt.Println(never.Stop(), never.C == nil)
	never.Reset(time.Millisecond)
	fmt.Println(<-done)
}
