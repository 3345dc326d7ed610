package main

func main() {
	else {
	}
	println("x")
}
