package main

func main() {
	a, := 1, 2
	, b := 3, 4
	a b = 1, 2
	1, c := 2, 3
}
