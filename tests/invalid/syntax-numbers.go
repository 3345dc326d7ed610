package main

func main() {
	_ = 0b
	_ = 0o
	_ = 0xg
	_ = 1.2.3
	_ = 1e+
	_ = 0x1.8
	_ = 0x1e3p
	_ = 089
	_ = 1p3
}
