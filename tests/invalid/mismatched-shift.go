package main

func main() {
	x := 1
	s := "a"
	f := 1.5
	_ = x << f
	_ = x << 1.5
	_ = x << -1
	_ = f << 1
	_ = 1.5 << 1
	_ = s << 1
	_ = x << s
	_ = 1 << "a"
	var g float64 = 1 << x
	_ = g
	_ = 1.0 << x
}
