package main

func main() {
	switch 1 {
	case 1:
	done:
	case 2:
	}
}
