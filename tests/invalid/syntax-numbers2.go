package main

func main() {
	_ = 12abc
	_ = 0b1.0
	_ = 0o1e2
	_ = 0_8
	_ = _1
	_ = 0x_
	_ = 1__000
	_ = 0b2
}
