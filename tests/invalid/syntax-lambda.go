package main

func main() {
	f := (x) => x + 1
	g := lambda x: x + 1
	h := |x| x + 1
}
