// Arguments are copies.
package main

import "fmt"

func work(n int, out chan<- int) {
	n++
	out <- n
}

func main() {
	n := 1
	out := make(chan int)
	go work(n, out)
	go work(n, out)
	fmt.Println(<-out+<-out, n)
}
