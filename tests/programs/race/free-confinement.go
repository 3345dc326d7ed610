// One goroutine owns the state.
package main

import "fmt"

type op struct {
	add   int
	reply chan int
}

func main() {
	ops := make(chan op)
	go func() {
		total := 0
		for o := range ops {
			total += o.add
			o.reply <- total
		}
	}()
	r := make(chan int)
	for i := range 3 {
		go func() { ops <- op{i, r} }()
	}
	for range 3 {
		<-r
	}
	ops <- op{0, make(chan int, 1)}
	fmt.Println("end")
}
