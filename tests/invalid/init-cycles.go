package main

import "fmt"

var a = b + 1
var b = f()

func f() int { return c }

var c = a

type T struct{ t T }
type A struct{ b B }
type B struct{ a [2]A }
type I interface{ I }

var x = func() int { return x }()
const k = l
const l = k

func main() { fmt.Println(a, x, k); init() }
func init() int { return 1 }
