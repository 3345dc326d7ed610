package main

import "fmt"

type T struct{}
type U struct{}
type I interface{ M() }

func main() {
	var t T
	var u U
	var i I
	var e error
	_ = t == u
	_ = i == t
	_ = i == e
	_ = e == fmt.Errorf
	_ = 1 == "a"
	_ = nil == 1
	_ = main == nil
	_ = main == main
	_ = "a" < 'b'
	_ = []int{} == nil
}
