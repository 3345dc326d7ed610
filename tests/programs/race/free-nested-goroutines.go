// Order passes through a chain of goroutines.
package main

import "fmt"

func main() {
	x := 0
	c := make(chan bool)
	go func() {
		x = 1
		go func() {
			x = 2
			go func() {
				x = 3
				close(c)
			}()
		}()
	}()
	<-c
	fmt.Println(x)
}
