package main

type T struct{ f int }

var s = "x"

func main() {
	var t T
	t.f(1)
	s()
	5()
	[]int{1}()
	nil()
	main()()
	t()
	var c chan func()
	c()
	var m map[string]func()
	m()
	var p *func()
	p()
}
