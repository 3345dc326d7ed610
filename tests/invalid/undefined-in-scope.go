package main

func main() {
	if x := 1; x > 0 {
		y := 2
		_ = y
	}
	_ = x
	_ = y
	for i := 0; i < 2; i++ {
	}
	_ = i
	{
		z := z
	}
	f := func() { f() }
	f()
}
