// Changing strings.
package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	fmt.Println(strings.ToUpper("héllo ß"), strings.ToLower("HÉLLO"), strings.ToTitle("abc"), strings.Title("hello big world"))
	fmt.Println(strings.ToUpperSpecial(unicode.TurkishCase, "i"), strings.ToLowerSpecial(unicode.TurkishCase, "I"), strings.ToTitleSpecial(unicode.TurkishCase, "i"))
	fmt.Printf("%q %q %q\n", strings.TrimSpace("  x \n\t"), strings.Trim("xxhixx", "x"), strings.Trim("abcHIcba", "abc"))
	fmt.Printf("%q %q %q %q\n", strings.TrimLeft("aabab", "a"), strings.TrimRight("babaa", "a"), strings.TrimPrefix("preX", "pre"), strings.TrimSuffix("Xsuf", "suf"))
	fmt.Printf("%q %q %q\n", strings.TrimFunc("12ab34", unicode.IsDigit), strings.TrimLeftFunc("12ab", unicode.IsDigit), strings.TrimRightFunc("ab34", unicode.IsDigit))
	fmt.Println(strings.Repeat("ab", 3), strings.Repeat("x", 0) == "", strings.Replace("aaaa", "a", "b", 2), strings.ReplaceAll("a.b.c", ".", "::"), strings.Replace("abc", "", "-", -1))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'x' {
			return -1
		}
		return r + 1
	}, "axbx"))
	fmt.Println(strings.ToValidUTF8("a\xffb", "?"), strings.Clone("c"))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "a", "A")
	fmt.Println(r.Replace("<a href>banana"))
	fmt.Println(strings.NewReplacer("a", "1", "aa", "2", "", "X").Replace("aab"))
	var b strings.Builder
	r.WriteString(&b, "x<y")
	fmt.Println(b.String())
}
