package main

const pi = 3.14

const (
	red = iota
	green
)

func main() {
	pi = 3
	pi++
	red += 1
	p := &pi
	green, x := 1, 2
	_ = iota
	_, _ = p, x
}
