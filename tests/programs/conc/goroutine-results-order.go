// Results in order through a slice of channels.
package main

import (
	"fmt"
	"time"
)

func slow(n int) <-chan string {
	c := make(chan string, 1)
	go func() {
		time.Sleep(time.Duration(10-n) * time.Millisecond)
		c <- fmt.Sprintf("job %d", n)
	}()
	return c
}

func main() {
	var cs []<-chan string
	for i := range 5 {
		cs = append(cs, slow(i))
	}
	for _, c := range cs {
		fmt.Println(<-c)
	}
}
