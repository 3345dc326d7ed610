// tee copies a stream into two; bridge flattens a stream of streams.
package main

import "fmt"

func gen(xs ...int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for _, x := range xs {
			c <- x
		}
	}()
	return c
}

func tee(in <-chan int) (<-chan int, <-chan int) {
	a, b := make(chan int), make(chan int)
	go func() {
		defer close(a)
		defer close(b)
		for v := range in {
			x, y := a, b
			for range 2 {
				select {
				case x <- v:
					x = nil
				case y <- v:
					y = nil
				}
			}
		}
	}()
	return a, b
}

func bridge(cc <-chan (<-chan int)) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for c := range cc {
			for v := range c {
				out <- v
			}
		}
	}()
	return out
}

func main() {
	a, b := tee(gen(1, 2, 3))
	for v := range a {
		fmt.Print(v, <-b, " ")
	}
	fmt.Println()
	cc := make(chan (<-chan int))
	go func() {
		defer close(cc)
		for i := range 3 {
			cc <- gen(i*10, i*10+1)
		}
	}()
	for v := range bridge(cc) {
		fmt.Print(v, " ")
	}
	fmt.Println()
}
