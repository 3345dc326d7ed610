package main

import "fmt"

func main() {
	arr := int[]{1,2,3}
	String s = "x"
	fmt.Println(arr, s)
	if (s == null) { }
	return 0
}
