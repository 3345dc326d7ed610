package main

type I interface{ M() }
type P *int
type S struct {
	*I
	P
	[]int
	map[string]int
}

func main() {}
