package main

func main() {
	var p int*
	var q *
	p->x = 5
	r := &&p
	_ = q
}
