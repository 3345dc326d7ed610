// break inside select leaves the select; a label leaves the loop.
package main

import "fmt"

func main() {
	c := make(chan int, 10)
	for i := range 6 {
		c <- i
	}
	close(c)
loop:
	for {
		select {
		case v, ok := <-c:
			if !ok {
				break loop
			}
			if v%2 == 0 {
				break
			}
			fmt.Println("odd", v)
		}
	}
	fmt.Println("end")
}
