package main

func main() {
	var s string = 1
	var i int = "a"
	var f float64 = "b"
	var b bool = 0
	var p *int = 5
	i = 1.5
	s = 'c'
	_, _, _, _, _ = s, i, f, b, p
}
