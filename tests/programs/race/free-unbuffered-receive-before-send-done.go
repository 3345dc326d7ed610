// A receive from an unbuffered channel happens before the send completes.
package main

import "fmt"

func main() {
	x := 0
	c := make(chan bool)
	go func() {
		x = 1
		<-c
	}()
	c <- true
	fmt.Println(x)
}
