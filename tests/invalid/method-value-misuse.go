package main

type T struct{ n int }

func (t T) get() int { return t.n }
func (t *T) inc()    { t.n++ }

func mk() T { return T{} }

func main() {
	t := T{}
	if t.get == 1 {
	}
	x := t.get + 1
	t.get = nil
	t.inc
	T{}.inc()
	mk().inc()
	map[string]T{}["a"].inc()
	T.inc(t)
	_ = T.get(1)
	t.get()()
	_ = x
}
