package main

import "fmt"

func main() {
	for i := range 3.5 {
	}
	for i, j := range 10 {
	}
	for i, j, k := range []int{} {
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
	for i, s := range "abc" {
		var b byte = s
	}
	for s = range []int{1} {
	}
	for i := 0; i < 10; i++ do {
	}
}
