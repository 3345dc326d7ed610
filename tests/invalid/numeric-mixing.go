package main

func main() {
	var i int = 1
	var i64 int64 = 2
	var u uint = 3
	var f32 float32 = 1
	var f64 float64 = 2
	_ = i + i64
	_ = u - i
	_ = f32 * f64
	_ = i / f64
	i = i64
	i64 = i + 1
	f64 = f32
	f64 = i
	u = -1
	_ = i % f64
	var b byte = i
	var r rune = b
	_ = r
}
