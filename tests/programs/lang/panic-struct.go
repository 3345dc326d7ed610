package main

type E struct {
	a int
	b string
}

func main() {
	panic(E{1, "x"})
}
