package main

func f() int {
	return 1 2
}

func g() int {
	return 1,
}

func main() {}
