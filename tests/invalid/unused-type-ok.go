package main

func main() {
	type T struct{}
	const c = 1
	var v T
	var f = func(x int) int { return x }
}
