package main

func main() {
	c := make(chan int)
	c <- "a"
	var s string = <-c
	x := 5
	<-x
	x <- 1
	close(x)
	_ = s
	var e chan<- string = c
	_ = e
}
