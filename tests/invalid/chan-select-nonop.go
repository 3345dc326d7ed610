package main

func f() int { return 1 }

func main() {
	c := make(chan int)
	select {
	case f():
	}
	select {
	case x := f():
	}
	select {
	case c <- 1, c <- 2:
	}
}
