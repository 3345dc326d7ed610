package main

func f() int {
	return 1
	x := 2
	return "a"
}

func main() {
	for {
	}
	y := 1
	undefinedCall()
}
