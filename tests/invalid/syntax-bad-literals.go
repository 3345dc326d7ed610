package main

func main() {
	_ = 08
	_ = 0x
	_ = 0b12
	_ = 1_
	_ = 1e
	_ = "\q"
	_ = '\400'
	_ = 0o8
	_ = 1__0
}
