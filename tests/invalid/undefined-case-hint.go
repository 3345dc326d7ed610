package main

import "strings"

type T struct{ Name string }

func (T) Run() {}

func main() {
	var t T
	_ = t.name
	t.run()
	_ = strings.toUpper("a")
	_ = strings.Toupper("a")
}
