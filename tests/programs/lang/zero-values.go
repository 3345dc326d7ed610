// The zero value of every kind of type.
package main

import "fmt"

type st struct {
	n int
	s string
	p *int
}

func main() {
	var (
		b   bool
		i   int
		u   uint8
		f   float32
		c   complex128
		s   string
		r   rune
		p   *st
		sl  []int
		m   map[string]int
		ch  chan int
		fn  func()
		e   error
		arr [3]bool
		x   st
	)
	fmt.Printf("%v %v %v %v %v %q %v\n", b, i, u, f, c, s, r)
	fmt.Println(p == nil, sl == nil, m == nil, ch == nil, fn == nil, e == nil)
	fmt.Println(arr, x, len(sl), len(m), m["none"], cap(ch))
}
