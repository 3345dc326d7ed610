// The k-th receive happens before send k+C completes.
package main

import "fmt"

func main() {
	c := make(chan int, 1)
	x := 0
	done := make(chan bool)
	go func() {
		x = 1
		<-c
		done <- true
	}()
	c <- 1
	c <- 2
	fmt.Println(x)
	<-done
}
