package main

const zero = 0

func main() {
	x := 1
	_ = x / 0
	_ = x % 0
	_ = 1 / zero
	_ = 1.0 / 0.0
	_ = x / zero
	f := 1.0
	_ = f / 0
	x /= 0
	_ = 5 % 0
	_ = 5.5 % 2
	_ = 1i / 0
}
