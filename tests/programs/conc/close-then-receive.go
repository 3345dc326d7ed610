// Receiving from a closed channel yields zero values and ok == false.
package main

import "fmt"

type point struct{ x, y int }

func main() {
	c := make(chan point, 2)
	c <- point{1, 2}
	close(c)
	for i := 0; i < 3; i++ {
		p, ok := <-c
		fmt.Println(p, ok)
	}
	d := make(chan error)
	close(d)
	fmt.Println(<-d == nil)
}
