package main

import (
	"errors"
	"fmt"
)

func main() {
	defer func() {
		r := recover()
		fmt.Println("recovered", r)
		panic(fmt.Errorf("again: %w", r.(error)))
	}()
	panic(errors.New("first"))
}
