// Ranging over an array copies all of it.
package main

import "fmt"

func main() {
	var a [4]int
	done := make(chan bool)
	go func() {
		a[3] = 1
		close(done)
	}()
	sum := 0
	for _, v := range a {
		sum += v
	}
	<-done
	fmt.Println(sum >= 0)
}
