package main

import "fmt"

func main() {
	fmt.Println("a"
	x := []int{1, 2, 3
	for i := 0; i < 3; i++
	{
		fmt.Println(i)
	}
}
