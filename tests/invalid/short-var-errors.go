package main

type T struct{ a int }

func main() {
	var t T
	t.a := 1
	s := []int{1}
	s[0] := 2
	*(&t) := T{}
	a, t.a := 1, 2
	1 := 2
	f() := 3
	a := 4
	x, x := 1, 2
	_, _ := 1, 2
}
