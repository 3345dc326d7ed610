package main

func main() {
	if (1 > 2) println("x")
}
