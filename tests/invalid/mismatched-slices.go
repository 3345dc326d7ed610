package main

func f(xs []any)  {}
func g(xs ...any) {}

type Ints []int
type Strs []string

func main() {
	a := []int{1, "a", 2.5, nil}
	var b []string = a
	f(a)
	g(a...)
	f([]string{"x"})
	var c Ints = b
	var d [3]int = [2]int{1, 2}
	var e [2]int = a
	c = append(c, "x")
	c = append(c, b...)
	b = append(a, 1)
	_, _ = d, e
}
