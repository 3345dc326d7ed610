package main

import "fmt"

func work() int { return 1 }

func main() {
	x := go work()
	go func() { return 1 }()
	go func(n int) {}()
	go func() {}(5)
	r := <-go work()
	fmt.Println(x, r)
}
