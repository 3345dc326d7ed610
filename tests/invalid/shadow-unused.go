package main

import (
	"errors"
	"fmt"
)

func get() (int, error) { return 0, errors.New("x") }

func main() {
	var err error
	if true {
		x, err := get()
		fmt.Println(x)
	}
	fmt := "shadow"
	fmt.Println(err)
	len := 5
	_ = len("x")
	string := "a"
	var s string
	true := false
	nil := 3
	var p *int = nil
	error := 1
	int := 2
	var z int
}
