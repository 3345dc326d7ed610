package main

func main() {
	c := make(chan int)
	c < - 1
	c -> 1
	x := <- c
	_ = x
	<-c <- 1
}
