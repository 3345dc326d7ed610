// What is written before go is seen inside.
package main

import "fmt"

func main() {
	x := 1
	x = 2
	done := make(chan int)
	go func() { done <- x }()
	fmt.Println(<-done)
}
