package main

type F func()
type S struct {
	a int
	f F
}

func main() {
	var i8 int8
	var i16 int16
	var p *int
	var q *string
	var c1 chan int
	var c2 <-chan string
	_ = i8 == i16
	_ = p == q
	_ = p == 0
	_ = c1 == c2
	_ = S{} == S{}
	_ = p < p
	_ = [2]F{} == [2]F{}
	_ = any(1) > 2
	_ = c1 > nil
}
