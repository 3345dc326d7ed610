package main

import "fmt"

func main() {
	defer func() {
		defer func() {
			panic("third")
		}()
		panic("second")
	}()
	fmt.Println("start")
	panic(fmt.Sprintf("first %q", "x"))
}
