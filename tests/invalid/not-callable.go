package main

type T struct{ f int }

func main() {
	x := 1
	x()
	"a"()
	var t T
	t.f()
	T()
	T(1, 2)
	int("a")
	nil()
}
