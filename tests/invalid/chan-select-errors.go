package main

func main() {
	c := make(chan int)
	var r <-chan int = c
	var s chan<- int = c
	select {
	case x := 5:
	case <-s:
	case r <- 1:
	case v, ok, z := <-c:
	case c:
	case c <- "a":
	case var y = <-c:
	}
}
