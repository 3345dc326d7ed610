package main

func f(a, b int, c string) (int, error) { return 0, nil }
func v(a int, b ...string)              {}
func n()                                {}

func main() {
	f()
	f(1, 2)
	f(1, 2, "a", 4)
	f(1, "a", 2)
	v()
	v("a")
	v(1, "a", 2)
	v(1, "a", []string{"b"}...)
	n(1)
	x := f(1, 2, "a")
	n(f(1, 2, "a"))
	v(f(1, 2, "c"))
}
