package main

import "fmt"

func main() {
	c := make(chan int, 1)
	c < - 1
	x := < -c
	c -> x
	fmt.Println(x)
}
