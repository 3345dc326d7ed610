package main

func main() {
	var a []int
	a = push(a, 1)
	_ = length(a)
	_ = size(a)
	a.append(1)
	_ = a.len()
	_ = a.length
	printf("x")
	"abc".toUpper()
	var e Error
	var s strng
}
