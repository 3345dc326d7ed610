// One writes, one reads.
package main

import "fmt"

func main() {
	x := 0
	done := make(chan bool)
	go func() {
		x = 1
		done <- true
	}()
	fmt.Println(x < 2)
	<-done
}
