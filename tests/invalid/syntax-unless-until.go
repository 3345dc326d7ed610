package main

func main() {
	x := 1
	unless x == 1 {
	}
	repeat {
	} until x > 2
	loop {
	}
}
