package main

type Handler func(int) string

func f(int) string         { return "" }
func g(string) string      { return "" }
func h(int) (string, bool) { return "", false }

func main() {
	var a Handler = f
	a = g
	a = h
	a = f(1)
	var b func() = func(int) {}
	b = func() int { return 1 }
	b = main()
	var c func(int, ...int) = func(int, []int) {}
	x := func() {} + 1
	_, _, _, _ = a, b, c, x
}
