package main

func main() {
	x := "a	b"
	y := 'a
	z := '
	println(x, y)
}
