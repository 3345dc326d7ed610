package main

func f(in <-chan int, out chan<- int) {
	in <- 1
	<-out
	close(in)
	for range out {
	}
	var c chan int = in
	_ = c
}

func main() {
	c := make(<-chan int)
	f(c, c)
}
