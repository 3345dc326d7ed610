package main

func main() {
	x := “hello”
	y := 5 × 3
	名 := 1
	z€ := 2
	_ = 'x’
}
