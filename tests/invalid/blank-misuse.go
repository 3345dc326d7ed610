package main

type T struct{ _ int }

func _(x int) {}

func main() {
	_ = _
	x := _
	_()
	var t T
	t._ = 1
	_ = T{_: 1}
	for _ := range 3 {
	}
	_.foo()
	var y _
}
