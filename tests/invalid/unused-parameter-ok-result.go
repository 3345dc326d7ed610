package main

func f(a int) (r int, err error) {
	x := 1
	var unused = func() {}
	return
}

func main() {
	r, err := f(1)
}
