// A state machine driven by a select with conditional channels.
package main

import "fmt"

func buffer(in <-chan int, out chan<- int) {
	defer close(out)
	var q []int
	for in != nil || len(q) > 0 {
		var o chan<- int
		var head int
		if len(q) > 0 {
			o, head = out, q[0]
		}
		select {
		case v, ok := <-in:
			if !ok {
				in = nil
				break
			}
			q = append(q, v)
		case o <- head:
			q = q[1:]
		}
	}
}

func main() {
	in, out := make(chan int), make(chan int)
	go buffer(in, out)
	for i := range 8 {
		in <- i
	}
	close(in)
	for v := range out {
		fmt.Print(v, " ")
	}
	fmt.Println()
}
