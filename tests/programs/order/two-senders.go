// Two senders, one receiver.
package main

import "fmt"

func main() {
	c := make(chan string)
	for _, s := range []string{"x", "y"} {
		go func() { c <- s }()
	}
	fmt.Println(<-c, <-c)
}
