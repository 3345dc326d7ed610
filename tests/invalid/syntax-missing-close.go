package main

import "fmt"

func a() {
	if true {
		fmt.Println("x")

func b() {
	fmt.Println("y")
}

func main() {
	a()
}
