package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan string)
	select {
	case x = <-a:
		fmt.Println(x)
	case y := <-b, z := <-a:
	case a <- "text":
	case v, ok, more := <-a:
	case <-c:
	default:
	default:
	}
}
