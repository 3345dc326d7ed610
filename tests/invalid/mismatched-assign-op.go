package main

func main() {
	x := 1
	x += 1.5
	x += "a"
	x -= nil
	s := "a"
	s += 1
	s += 'b'
	s -= "x"
	b := true
	b += 1
	b &&= false
}
