package main

type Shape interface {
	Area() float64
	Name() string
}

type Square struct{}

func (Square) Area() int { return 1 }

type Circle struct{}

func (*Circle) Area() float64 { return 1 }
func (*Circle) Name() string  { return "" }

func main() {
	var s Shape = Square{}
	s = Circle{}
	s = &Circle{}
	_ = s
}
