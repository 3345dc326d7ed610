// A buffered channel keeps order and reports len and cap.
package main

import "fmt"

func main() {
	c := make(chan string, 3)
	fmt.Println(len(c), cap(c))
	c <- "a"
	c <- "b"
	c <- "c"
	fmt.Println(len(c), cap(c))
	fmt.Println(<-c)
	c <- "d"
	close(c)
	for s := range c {
		fmt.Println(s, len(c))
	}
	s, ok := <-c
	fmt.Printf("%q %v\n", s, ok)
}
