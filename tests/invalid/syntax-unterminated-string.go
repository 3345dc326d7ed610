package main

func main() {
	s := "abc
	t := 'ab'
	u := ''
	v := `raw
}
