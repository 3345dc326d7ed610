package main

func main() {
	x := 5
	if x > 5 {
	} elif x < 3 {
	} elseif x == 4 {
	}
}
