package main

type T struct{ a int }

func main() {
	var t T
	t.
	t.a.b = 1
	t..a
	t.5
	t.(int)
	_ = t."a"
}
