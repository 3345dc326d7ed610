package main

import "fmt"

func main() {
	a := make(chan int)
	select {
	case x := <-a:
	case a <- "text":
	case v, ok := <-a:
		fmt.Println(v)
	case <-c:
	case fmt.Println():
	default:
	}
	select {
	default:
	default:
	}
}
