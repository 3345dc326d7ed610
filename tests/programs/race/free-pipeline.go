// Stages own what they hold.
package main

import "fmt"

func main() {
	a, b := make(chan []int), make(chan []int)
	go func() {
		for i := range 3 {
			a <- []int{i}
		}
		close(a)
	}()
	go func() {
		for s := range a {
			s[0] *= 10
			b <- s
		}
		close(b)
	}()
	for s := range b {
		s[0]++
		fmt.Println(s)
	}
}
