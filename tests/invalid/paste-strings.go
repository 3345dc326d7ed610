package main

import (
	"fmt"
	"strconv"
	"strings"
)

func main() {
	s := "abc"
	s[0] = 'x'
	for i, c := range s {
		var t string = c
		if c == "a" {
		}
	}
	n := strconv.Atoi("1")
	var b strings.Builder = ""
	b.WriteString(65)
	fmt.Println(s.len(), s + 1, len(s, s), string("a" + 'b'), strings.Contains(s))
	s.ToUpper()
}
