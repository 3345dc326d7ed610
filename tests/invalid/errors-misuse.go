package main

import (
	"errors"
	"fmt"
)

type E struct{}

func f() error {
	return "failed"
	return E{}
	return fmt.Errorf
	return errors.New(5)
	return errors.New("a", "b")
}

func main() {
	err := f()
	if err {
	}
	if err == "failed" {
	}
	if !err {
	}
	err.Message()
	_ = err + "x"
	x, err := f()
	throw(err)
}
