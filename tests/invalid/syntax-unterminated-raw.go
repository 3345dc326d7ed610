package main

func main() {
	x := `raw
	string
}
