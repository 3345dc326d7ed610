package main

import (
	"errors"
	"fmt"
)

type T struct{}

func (t *T) Error() string { return "" }

type U struct{}

func main() {
	var err error = errors.New("x")
	_ = err.(T)
	_ = err.(*T)
	_ = err.(U)
	_ = err.(int)
	_ = err.(fmt.Stringer)
	if t, ok := err.(T); ok {
		_ = t
	}
	switch err.(type) {
	case *T:
	case T:
	case U, string:
	}
	var x int
	switch x.(type) {
	}
	var t T
	_ = t.(error)
}
