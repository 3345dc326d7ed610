package main

func main() {
	if {
	}
	if x := 1; {
	}
	for x := 1; {
	}
}
