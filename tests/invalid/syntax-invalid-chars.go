package main

func main() {
	a := 1 # comment
	b := $x
	c := @y
	d := a \ b
}
