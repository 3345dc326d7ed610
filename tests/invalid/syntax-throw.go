package main

func main() {
	throw "error"
	raise Error("x")
	return;
}
