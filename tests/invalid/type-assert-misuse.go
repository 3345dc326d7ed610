package main

import (
	"errors"
	"fmt"
	"io"
)

type MyErr struct{}

func (m *MyErr) Error() string { return "" }

func main() {
	x := 5
	_ = x.(int)
	var e error
	_ = e.(MyErr)
	_ = e.(*MyErr)
	_ = e.(int)
	_ = e.(io.Reader)
	_ = e.(error).Foo
	var t MyErr
	errors.As(e, t)
	errors.As(e)
	v, ok, z := e.(*MyErr)
	e = MyErr{}
	var r io.Reader = io.Writer(nil)
	fmt.Println(v, ok, z, r)
	switch e := e.(type) {
	case MyErr:
	case *MyErr:
		e.Foo()
	case string:
	}
}
