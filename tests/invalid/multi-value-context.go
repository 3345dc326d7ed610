package main

import (
	"os"
	"strconv"
)

func two() (int, error) { return 1, nil }

func main() {
	x := two()
	n := strconv.Atoi("5") + 1
	println(two() + 1)
	var a, b, c = two()
	if two() {
	}
	s := []int{two()}
	m := map[string]int{"a": two()}
	_ = two().x
	y, z := two(), 1
	os.Exit(two())
}
