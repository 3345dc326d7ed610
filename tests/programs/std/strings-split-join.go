// Splitting and joining.
package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	fmt.Printf("%q\n", strings.Split("a,b,,c", ","))
	fmt.Printf("%q %q %q\n", strings.Split("", ","), strings.Split("abc", ""), strings.Split("x", "--"))
	fmt.Printf("%q %q %q\n", strings.SplitN("a,b,c,d", ",", 2), strings.SplitN("a,b", ",", 0), strings.SplitN("a,b,c", ",", -1))
	fmt.Printf("%q %q\n", strings.SplitAfter("a,b,c", ","), strings.SplitAfterN("a,b,c", ",", 2))
	fmt.Printf("%q %q\n", strings.Fields("  a b \t c\n"), strings.FieldsFunc("a1b22c", unicode.IsDigit))
	fmt.Println(strings.Join([]string{"x", "y", "z"}, "-"), strings.Join(nil, "-") == "", strings.Join([]string{"one"}, "-"))
	for s := range strings.SplitSeq("p;q;r", ";") {
		fmt.Print(s, "|")
	}
	for s := range strings.SplitAfterSeq("p;q;r", ";") {
		fmt.Print(s, "|")
	}
	for s := range strings.FieldsSeq(" p  q ") {
		fmt.Print(s, "|")
	}
	for s := range strings.FieldsFuncSeq("1a2b3", unicode.IsDigit) {
		fmt.Print(s, "|")
	}
	for l := range strings.Lines("one\ntwo\nthree") {
		fmt.Printf("%q|", l)
	}
	fmt.Println()
}
