package main

import "fmt"

type MyErr struct{}

func (*MyErr) Error() string { return "x" }

type Str int

func (Str) string() string { return "" }

func fail() error { return MyErr{} }

func main() {
	var _ fmt.Stringer = Str(1)
	_ = fail()
}
