package main

type T struct{ m int }

func (T) m()  {}
func (T) n()  {}
func (*T) n() {}

type I interface {
	a()
	a(int)
}

func main() {}
