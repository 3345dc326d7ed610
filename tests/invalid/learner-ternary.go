package main

import "fmt"

func main() {
	a := 5
	b := a > 3 ? "yes" : "no"
	fmt.Println(b)
	c := a++
	fmt.Println(c)
	d, e = 1, 2
	f := (1, 2)
	g := a ** 2
	h := a // 2
	i := !a!
}
