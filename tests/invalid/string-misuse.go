package main

import "fmt"

func main() {
	s := "hello"
	s[0] = 'H'
	var c string = s[0]
	var b byte = "a"
	var r rune = s
	n := 5
	t := "n=" + n
	u := s + 'c'
	v := s * 3
	if s[0] == "h" {
	}
	if s == 'h' {
	}
	w := s.length
	x := len(n)
	fmt.Println(c, b, r, t, u, v, w, x)
}
