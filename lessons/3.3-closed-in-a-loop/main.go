package main

import (
	"fmt"
	"time"
)

const (
	cure = 0  //param 0..1
	slow = 50 //param 20..100
)

func source(every time.Duration, out chan<- int) {
	for i := 1; i <= 3; i++ {
		time.Sleep(every)
		out <- i
	}
	close(out)
}

func main() {
	near := make(chan int, 3)
	far := make(chan int, 3)
	go source(10*time.Microsecond, near)
	go source(slow*time.Microsecond, far)
	values, empty := 0, 0
	for values < 6 {
		select {
		case _, ok := <-near:
			if ok {
				values++
				continue
			}
			empty++
			if cure == 1 {
				near = nil // this case is off from now on
			}
		case _, ok := <-far:
			if ok {
				values++
			}
		}
	}
	fmt.Println("values:", values, "- empty rounds:", empty)
}
