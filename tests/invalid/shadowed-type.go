package main

func main() {
	int := 5
	var x int = 3
	string := "a"
	y := string(65)
	len := 3
	_ = len("abc")
	true := 1
	if true {
	}
	error := 1
	var e error
	_, _ = x, y
}
