package main

func main() {
	var type = 1
	func := 2
	range := 3
	x.var = 5
	map := 1
}
