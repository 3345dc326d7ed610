package main

var xs = []int{
	1,
	2
}

func main() {}
