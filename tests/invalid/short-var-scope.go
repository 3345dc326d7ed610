package main

import (
	"errors"
	"fmt"
)

func get() (int, error) { return 0, errors.New("x") }

func main() {
	var err error
	if true {
		n, err := get()
		fmt.Println(n)
	}
	n, err := get()
	n, err := get()
	err := errors.New("y")
	fmt.Println(n, err)
}
