package main

import "fmt"

func two() (int, int) { return 1, 2 }

func none() {}

func main() {
	a := two()
	a, b, c := two()
	var d int = two()
	e := none()
	x, y := 1
	x, y = 1, 2, 3
	1 = x
	two() = 3
	x := 4
	_ := 5
	a.b := 6
	fmt.Println(a, b, c, d, e, x, y, none(), two() + 1)
}
