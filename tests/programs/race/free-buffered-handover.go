// A buffered channel hands over too.
package main

import "fmt"

func main() {
	c := make(chan *int, 3)
	go func() {
		for i := range 3 {
			v := i
			c <- &v
		}
		close(c)
	}()
	for p := range c {
		*p++
		fmt.Println(*p)
	}
}
