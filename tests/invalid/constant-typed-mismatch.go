package main

type Color int
type Size int

const (
	Red   Color = 1
	Small Size  = 1
)

func paint(c Color) {}

func main() {
	paint(Small)
	paint(2)
	n := 3
	paint(n)
	paint(2.5)
	var c Color = Red + Small
	_ = Red == Small
	c = "red"
	var i int = Red
	_, _ = c, i
}
