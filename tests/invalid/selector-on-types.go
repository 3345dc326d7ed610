package main

type T struct{ a int }

func (T) M() {}

func main() {
	x := 5
	x.foo
	x.foo()
	"a".b
	T.a = 1
	T.M()
	T.N()
	var p **T
	p.a = 1
	var m map[string]T
	m.a = 1
	var f func()
	f.x()
	[]int{}.len
	nil.x
}
