package main

func main() {
	try {
		println("x")
	} catch (e) {
	}
}
