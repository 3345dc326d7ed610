package main

import "fmt"

func main() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}
	panic("x")
	go {
		fmt.Println("y")
	}
}
