package main

import (
	"errors"
	"fmt"
)

type myErr struct{ code int }

func (e *myErr) Error() string { return "my" }

func f() error { return myErr{1} }

func g() (int, error) { return 1 }

func h() error { return nil, nil }

func main() {
	var target *myErr
	if errors.As(f(), target) && errors.Is(f()) {
	}
	err := g()
	x, err := f()
	fmt.Println(err.Code, x)
	var e error = "text"
	_ = e
}
