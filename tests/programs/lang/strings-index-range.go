// Strings are bytes; ranging decodes UTF-8.
package main

import "fmt"

func main() {
	s := "aé世\xff!"
	fmt.Println(len(s), s[0], s[1], s[len(s)-1])
	for i, r := range s {
		fmt.Printf("%d:%d %c %U\n", i, r, r, r)
	}
	for i := range s {
		fmt.Print(i, " ")
	}
	fmt.Println()
	fmt.Println(s[:1], s[1:3], s[3:6], s[7:], s[2:2] == "")
	t := "abc" + s[:1]
	t += "!"
	fmt.Println(t, t > "abc", t == "abca!", "a" < "b", "" < "a", "Z" < "a")
	raw := `a\n
b`
	fmt.Println(raw, len(raw))
	fmt.Println("\a\b\f\v\\\"\x41\101\u00e9\U0001F600" == "\x07\x08\x0c\x0b\\\"AAé😀")
	fmt.Println('\'', '\x7f', '\377', '\u4e16', '\n')
	n := 0
	for range "日本語" {
		n++
	}
	fmt.Println(n)
}
