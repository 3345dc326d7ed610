package main

func main() {
	c := make(chan int)
	x := c <- 1
	if c <- 2 {
	}
	println(c <- 3)
	for v := <-c; v > 0; {
	}
	y, z = <-c
	_ = x
}
