// Shadowing in every scope.
package main

import "fmt"

var x = "package"

type T int

func f(x int) (y int) {
	{
		x := x + 1
		y := x * 2
		_ = y
	}
	if x := x * 10; x > 5 {
		y = x
	}
	return
}

func main() {
	fmt.Println(x)
	x := 1
	{
		x := 2
		x++
		fmt.Println(x)
		{
			var x = "inner"
			fmt.Println(x)
		}
	}
	for x := 0; x < 1; x++ {
		x := x + 100
		fmt.Println(x)
	}
	fmt.Println(x, f(3))
	type T string
	fmt.Println(T("local"))
	true := false
	fmt.Println(true)
	len := func(s string) int { return -1 }
	fmt.Println(len("abc"))
	int := 5
	fmt.Println(int)
	nil := "nil"
	fmt.Println(nil)
	func(x string) { fmt.Println(x) }("param")
	fmt := "shadowed"
	println(fmt)
}
