package main

func f() int { return 1 }

func main() {
	x := 1
	x
	x + 1
	x == 2
	f
	"a"
	-x
	len("abc")
	append([]int{}, 1)
	func() {}
	[]int{1}
}
