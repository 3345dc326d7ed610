// What is written after go is not ordered.
package main

import "fmt"

func main() {
	x := 1
	done := make(chan int)
	go func() { done <- x }()
	x = 2
	fmt.Println(<-done > 0)
}
