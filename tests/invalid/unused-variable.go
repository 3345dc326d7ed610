package main

func main() {
	x := 1
	var y int
	var a, b = 1, 2
	_ = a
	for i := range 3 {
	}
	z := 0
	z = 2
}
