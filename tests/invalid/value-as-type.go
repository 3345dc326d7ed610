package main

var v = 1

func f() {}

func main() {
	var x v
	var y f
	var z []v
	_ = map[string]f{}
	var w 5
	a := v{}
	b := f{}
	_ = make(v)
	_ = new(f)
}
