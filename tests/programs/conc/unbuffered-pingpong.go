// Two goroutines hand one value back and forth over unbuffered channels.
package main

import "fmt"

func player(name string, in <-chan int, out chan<- int, done chan<- struct{}) {
	for n := range in {
		fmt.Println(name, n)
		if n == 0 {
			close(out)
			close(done)
			return
		}
		out <- n - 1
	}
}

func main() {
	a, b := make(chan int), make(chan int)
	da, db := make(chan struct{}), make(chan struct{})
	go player("ping", a, b, da)
	go player("pong", b, a, db)
	a <- 5
	select {
	case <-da:
	case <-db:
	}
	fmt.Println("done")
}
