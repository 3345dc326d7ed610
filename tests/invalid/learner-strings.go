package main

import "fmt"

func main() {
	s := 'hello'
	t := "it's "quoted""
	u := `multi
line`
	v := "line
break"
	w := "\q\x1"
	x := '\''
	y := ''
	fmt.Println(s, t, u, v, w, x, y)
}
