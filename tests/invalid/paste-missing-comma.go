package main

import "fmt"

type p struct {
	a int,
	b int
}

func main() {
	x := []int{
		1,
		2
	}
	fmt.Println(x,
		3
	)
	m := map[string]int{
		"a": 1
		"b": 2,
	}
}
