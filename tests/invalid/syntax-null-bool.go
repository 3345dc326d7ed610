package main

func main() {
	x := NULL
	y := null
	z := None
	if True && FALSE {
	}
	var s String
	var b boolean
	_, _, _, _, _ = x, y, z, s, b
}
