package main

func main() {
	println("a"))
	x := (1 + 2))
	y := [3]int{1, 2, 3}]
}
