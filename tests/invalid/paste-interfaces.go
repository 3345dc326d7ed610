package main

import "fmt"

type Shape interface {
	Area() float64
	Name() string
}

type Square struct{ s float64 }

func (q *Square) Area() float64 { return q.s * q.s }
func (q Square) Name() string    { return "sq" }

type Circle struct{}

func (c Circle) Area() int { return 1 }

func main() {
	var s Shape = Square{2}
	s = Circle{}
	s = &Circle{}
	shapes := []Shape{Square{1}, &Square{2}}
	if q, ok := s.(Circle); ok {
		fmt.Println(q)
	}
	fmt.Println(s.s, shapes, s.Perimeter())
	var x int = s
	var t fmt.Stringer = s
	_ = t
}
