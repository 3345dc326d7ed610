package main

func main() {
	switch 1 {
	case 1
		println("a")
	case 2, :
	default
	}
}
