package main

import "fmt"

func two() (int, int) { return 1, 2 }

func none() {}

func main() {
	a := two()
	var d int = two()
	e := none()
	x, y := 1
	x, y = 1, 2, 3
	1 = x
	two() = 3
	x := 4
	fmt.Println(a, d, e, x, y, none())
	fmt.Println(two() + 1)
}
