package main

func f() int { return 1 }

func main() {
	c := make(chan int)
	var r <-chan int = c
	var s chan<- int = c
	select {
	case <-s:
	case r <- 1:
	case c <- "a":
	case x := <-c:
	case y, ok := <-c:
		_ = y
	case f() > 1:
	default:
	default:
	}
}
