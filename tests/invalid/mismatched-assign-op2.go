package main

func main() {
	x := 1
	var f float64
	x += f
	x <<= 1.5
	x %= 2.0
	f %= 2
	f <<= 1
	f &= 1
	var u uint8
	u += 256
	u <<= 8
	a, b := 1, 2
	a, b += 1, 2
}
