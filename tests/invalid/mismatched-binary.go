package main

func main() {
	var i int = 1
	var f float64 = 2
	var s string = "a"
	var i32 int32
	_ = i + f
	_ = s + i
	_ = i + i32
	_ = s * s
	_ = s - "b"
	_ = i && true
	_ = !i
	_ = -s
	_ = i == s
}
