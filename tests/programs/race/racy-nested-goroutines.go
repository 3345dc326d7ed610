// The parent goes on beside its child.
package main

import "fmt"

func main() {
	x := 0
	c := make(chan bool)
	go func() {
		go func() {
			x = 2
			close(c)
		}()
		x = 1
	}()
	<-c
	fmt.Println(x > 0)
}
