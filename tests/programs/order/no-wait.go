// Usually nothing is printed by the goroutines; sometimes something is.
package main

import "fmt"

func main() {
	done := make(chan bool, 2)
	go func() { fmt.Println("one"); done <- true }()
	go func() { fmt.Println("two"); done <- true }()
	<-done
}
