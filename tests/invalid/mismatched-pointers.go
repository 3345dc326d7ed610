package main

type T struct{ x int }

func set(p *T) { p.x = 1 }
func val(t T)  {}

func main() {
	t := T{}
	p := &t
	set(t)
	val(p)
	*t = T{}
	p = t
	t = p
	var q *int = &t.x
	q = t.x
	*q = "a"
	x := 5
	*x = 1
	&x = q
	_ = **p
	_ = &5
	_ = &"a"
}
