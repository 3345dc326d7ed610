package main

type T struct {
	a int,
	b int;
	c: string
	d = 5
}

func main() {}
