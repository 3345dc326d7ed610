package main

func main() {
	a, b := true, false
	if a and b {
	}
	if not a {
	}
}
