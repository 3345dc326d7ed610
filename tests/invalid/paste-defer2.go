package main

import "fmt"

func main() {
	defer recover
	defer (fmt.Println("x"))
	defer int(3)
	defer len("x")
	go append([]int{}, 1)
	panic()
	panic(1, 2)
	x := recover(1)
	if r := recover(); r {
	}
}
