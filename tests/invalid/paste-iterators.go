package main

import (
	"fmt"
	"iter"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int)) {
		yield(n)
	}
}

func main() {
	for i, j := range count(3) {
		fmt.Println(i, j)
	}
	for i, j := range 10 {
		fmt.Println(i, j)
	}
	for x := range func(int) {} {
	}
	for range 3.5 {
	}
	var p *int
	for range p {
	}
	for i := range iter.Seq2[int, string](nil) {
		i = "x"
	}
}
