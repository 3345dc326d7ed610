package main

func main() {
	x int := 5
	var y := 6
	z :int = 7
	const w := 8
}
