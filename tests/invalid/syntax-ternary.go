package main

func main() {
	a := true ? 1 : 2
	_ = a
}
