package main

func main() {
	x := nil
	var i int = nil
	var s string = nil
	var f struct{} = nil
	_ = nil == nil
	_ = i == nil
	*nil = 1
	_, _, _ = s, f, x
}
