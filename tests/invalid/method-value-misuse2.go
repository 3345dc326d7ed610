package main

import "fmt"

type T struct{ n int }

func (t *T) Inc() { t.n++ }
func (t T) Get() int { return t.n }

func mk() T { return T{} }

func main() {
	mk().Inc()
	T{}.Inc()
	(&T{}).Inc()
	m := map[string]T{}
	m["a"].n = 1
	m["a"].Inc()
	f := T.Inc
	g := T.Get
	g()
	var p *T = T{}
	var q T = &T{}
	t := new(T)
	t.Get = nil
	fmt.Println(t.Get + 1)
	T.Foo()
	for i := range 3 { i.x = 1 }
	"abc"[0] = 'x'
	s := "abc"
	s[0] = 'x'
	&s = nil
	mk().n = 3
	5 = 6
	f()
	_, _, _ = p, q, m
}
