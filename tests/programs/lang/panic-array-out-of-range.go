// Slicing a string out of range, in a nested call inside an expression.
package main

import "fmt"

func word(s string, from, to int) string { return s[from:to] }

func main() {
	s := "hello"
	fmt.Println(word(s, 1, 3) + word(s, 3, len(s)+2))
}
