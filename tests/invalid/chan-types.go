package main

func producer() <-chan int { return make(chan int) }

func main() {
	c := producer()
	c <- 1
	close(c)
	var s chan<- int = c
	var d chan string = make(chan int)
	var e chan chan int = make(chan int)
	x, ok, z := <-c
	v := <-s
	var n int = <-d
	<-5
	make(chan) <- 1
}
