package main

func main() {
	for i := range 3.5 {
		_ = i
	}
	for i, j := range 5 {
		_, _ = i, j
	}
	c := make(chan int)
	for a, b := range c {
		_, _ = a, b
	}
	var f func()
	for range f {
	}
	var s struct{}
	for range s {
	}
	for x := range nil {
		_ = x
	}
}
