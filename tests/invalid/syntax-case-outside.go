package main

func main() {
	switch 1 {
		println("x")
	case 1:
	}
	case 2:
}
