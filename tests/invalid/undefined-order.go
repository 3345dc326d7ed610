package main

func main() {
	a := b
	b := 1
	_ = a
	_ = b
	println(helper(c))
}

func helper(n int) int { return d }
