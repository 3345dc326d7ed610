package main

func f(a ...int, b string) {}
func g(a, b ...int)        {}
func h() ...int            { return nil }
func i(...) {}

func main() {
	var x ...int
}
