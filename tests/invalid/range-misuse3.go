package main

import "fmt"

type T struct{}

func seq(yield func(int) bool) {}
func seq2(yield func(int, string)) {}

func main() {
	for i := range 3.5 {
		_ = i
	}
	for i, j := range 10 {
		fmt.Println(i, j)
	}
	for x := range fmt.Println {
	}
	var ch chan<- int
	for v := range ch {
	}
	c2 := make(chan int)
	for i, v := range c2 {
	}
	for range nil {
	}
	var p *[]int
	for i := range p {
	}
	var s string
	for s = range []int{1} {
	}
	for range (T{}) {
	}
	for a, b := range seq {
	}
	for a, b := range seq2 {
	}
}
