package main

func main() {
	int x = 5
	var y = 
	var z int = = 3
}
