// Invalid UTF-8 in ranges, conversions and comparisons.
package main

import "fmt"

func main() {
	s := "a\xc3(\xe4\xb8b\xed\xa0\x80\xf5z"
	for i, r := range s {
		fmt.Printf("%d:%U ", i, r)
	}
	fmt.Println(len(s), len([]rune(s)))
	fmt.Printf("%q %+q %x\n", s, s, s)
	r := []rune(s)
	fmt.Println(len(string(r)), string(r) == s)
	b := []byte(s)
	fmt.Println(string(b) == s, string(b[1]) == "Ã", string(rune(b[1])))
	fmt.Printf("%q %q\n", string(rune(0xD800)), string([]rune{0x110000, 'x'}))
	t := "\u65e5本\U00008a9e"
	fmt.Println(t, t == "日本語", t[3:6], len(t))
	for i := len(t); i > 0; i -= 3 {
		fmt.Print(t[i-3:i], " ")
	}
	fmt.Println()
}
