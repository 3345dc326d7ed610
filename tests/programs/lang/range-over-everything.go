// One program ranges over every kind of operand.
package main

import "fmt"

type list []string
type table map[int]string
type seq func(yield func(int) bool)

func gen() seq {
	return func(yield func(int) bool) {
		_ = yield(1) && yield(2) && yield(3)
	}
}

func main() {
	for i, v := range [2]string{"a", "b"} {
		fmt.Print(i, v, " ")
	}
	for i, v := range &[2]int{7, 8} {
		fmt.Print(i, v, " ")
	}
	for i, v := range (list{"x", "y"}) {
		fmt.Print(i, v, " ")
	}
	for k, v := range (table{5: "five"}) {
		fmt.Print(k, v, " ")
	}
	for i, r := range "hé" {
		fmt.Print(i, string(r), " ")
	}
	c := make(chan int, 2)
	c <- 1
	c <- 2
	close(c)
	for v := range c {
		fmt.Print(v, " ")
	}
	for i := range 2 {
		fmt.Print(i, " ")
	}
	for v := range gen() {
		fmt.Print(v, " ")
	}
	for range gen() {
		fmt.Print("*")
	}
	for range "ab" {
		fmt.Print("+")
	}
	for range (table{1: "", 2: ""}) {
		fmt.Print("-")
	}
	fmt.Println()
	s := []int{1, 2, 3}
	for i := range s {
		s = append(s, i)
	}
	for i, v := range s {
		if i == 0 {
			s[1] = 50
			s = nil
		}
		fmt.Print(v, " ")
	}
	var arr [3]int
	for i, arr[i] = range []int{4, 5, 6} {
	}
	fmt.Println(arr)
	var idx int
	var m = map[string]int{}
	for idx, m["last"] = range []int{10, 20} {
	}
	fmt.Println(idx, m)
}

var i int
