package main

type T struct{}

func (t *T) M() {}

type I interface{ M() }

func main() {
	T{}.M()
	var p *I
	p.M()
	var pp **T
	pp.M()
	T.M(T{})
	(*T).X(nil)
}
