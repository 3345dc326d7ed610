package main

import "errors"

type T struct{}

func a() int     { return "a" }
func b() string  { return 1 }
func c() *T      { return T{} }
func d() T       { return &T{} }
func e() error   { return "failed" }
func f() error   { return errors.New }
func g() []int   { return [3]int{1, 2, 3} }
func h() float64 { x := 1; return x }
func i() func()  { return i() }
func j() bool    { return nil }

func main() {}
