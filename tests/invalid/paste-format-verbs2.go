package main

import "fmt"

func main() {
	fmt.println("x")
	fmt.Printn("y")
	Fmt.Println("z")
	printf("%d", 1)
	s := fmt.Sprintf()
	s = fmt.Sprintf(1, 2)
	fmt.Errorf("x")
	var e error = fmt.Sprint("x")
}
