package main

func main() {
	a := 1
	b := a === 1
	c := a <> 2
	d := a ** 2
	_, _, _ = b, c, d
}
