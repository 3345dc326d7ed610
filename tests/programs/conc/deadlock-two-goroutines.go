// Two goroutines wait for each other; both are listed.
package main

func other(a, b chan int) {
	v := <-a
	b <- v
}

func main() {
	a, b := make(chan int), make(chan int)
	go other(a, b)
	<-b
}
