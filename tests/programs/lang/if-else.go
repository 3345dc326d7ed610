// if with init statements and else chains.
package main

import "fmt"

func sign(n int) string {
	if n < 0 {
		return "neg"
	} else if n == 0 {
		return "zero"
	} else {
		return "pos"
	}
}

func main() {
	fmt.Println(sign(-3), sign(0), sign(9))
	if x := 5; x > 3 {
		fmt.Println("big", x)
	} else if y := x * 2; y > 3 {
		fmt.Println("medium", x, y)
	} else {
		fmt.Println("small", x, y)
	}
	x := "outer"
	if x := x + "!"; len(x) > 3 {
		fmt.Println(x)
	}
	fmt.Println(x)
	if true {
	}
	if !(len(x) == 5) || x == "outer" && true {
		fmt.Println("logic")
	}
}
