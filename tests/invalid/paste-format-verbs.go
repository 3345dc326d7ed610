package main

import "fmt"

func main() {
	fmt.Printf("%d\n")
	fmt.Println("a" "b")
	fmt.println("x")
	fmt.Printn("y")
	Fmt.Println("z")
	printf("%d", 1)
}
