package main

func two() (int, int) { return 1, 2 }
func none()           {}

func main() {
	a, b := 1
	c := two()
	d, e, f := two()
	g := none()
	var h, i int = 1, 2, 3
	a, b = 1, 2, 3
	_, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i
}
