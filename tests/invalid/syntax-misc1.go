package main

import "fmt"

func main() {
	int x = 5
	var y = 3;
	let z = 4
	const w := 5
	x++ + y
	++x
	a = b = 3
	fmt.Println(x y)
	fmt.Println("unterminated)
	c := 'ab'
	d := 09
	e := 0b12
	f := 1__0
	while x < 3 {
	}
	do { } while (x)
}
