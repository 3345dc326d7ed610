package main

import "fmt"

type Celsius float64
type Fahr float64

type S struct{ f []int }

func f() {}

func main() {
	a, b := 1, 2.5
	fmt.Println(a + b)
	fmt.Println(a == "1")
	fmt.Println("a" + 1)
	fmt.Println("a" * 2)
	s := "x"
	fmt.Println(s - "y", s + 'c', s + a)
	if a {
	}
	if a = 1; a == 1 {
	}
	if a = 1 {
	}
	for a {
	}
	fmt.Println(!a, -s, ^b, &1, *a, <-a)
	var c Celsius = 1
	var fh Fahr = 2
	fmt.Println(c + fh, c == fh, c + a)
	fmt.Println(S{} == S{}, []int{} == []int{}, f == f, map[int]int{} == nil)
	fmt.Println(nil == nil, a == nil, s == nil)
	fmt.Println(a && b, a || true)
	a += "x"
	s++
	b <<= 1
	f() + 1
	x := f()
}
