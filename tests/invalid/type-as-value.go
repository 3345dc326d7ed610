package main

type T struct{}

func main() {
	x := int
	y := T
	z := []int
	T.x = 5
	var a = map[string]int
	println(string)
	b := T + 1
	if T {
	}
	return T
}
