package main

func main() {
	recover(1)
	_ = complex(1, "a")
	_ = real(5)
	_ = imag("a")
	_ = complex(float32(1), float64(2))
	print(main)
	x := println("a")
	_ = len
	f := append
	var l = len(make)
	_ = cap("abc")
	_ = min([]int{1})
}
