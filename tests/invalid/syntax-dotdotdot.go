package main

func f(a ...int) {}

func main() {
	x := []int{}
	f(x...)
	f(x..., 1)
	f(...x)
	f(1, x...)
}
