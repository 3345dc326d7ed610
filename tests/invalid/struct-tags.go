package main

type T struct {
	a int 5
	b int `ok`
	c int "also ok"
	d int 'x'
}

func main() {}
