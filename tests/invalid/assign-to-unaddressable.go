package main

import "strings"

type T struct{ x int }

func f() T { return T{} }

const c = 1

func main() {
	m := map[string]T{}
	m["a"].x = 1
	f().x = 2
	c = 2
	"abc"[0] = 'x'
	s := "abc"
	s[0] = 'x'
	5 = 6
	_ = &f()
	_ = &m["a"]
	strings.ToUpper = nil
	f = nil
	nil = 1
}
