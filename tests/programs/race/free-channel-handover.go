// A send happens before its receive.
package main

import "fmt"

func main() {
	x := 0
	c := make(chan bool)
	go func() {
		x = 42
		c <- true
	}()
	<-c
	fmt.Println(x)
}
