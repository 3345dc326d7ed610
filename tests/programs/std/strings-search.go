// Searching in strings.
package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	s := "go gopher, go!"
	fmt.Println(strings.Contains(s, "gopher"), strings.ContainsAny(s, "xyz!"), strings.ContainsRune(s, ','), strings.ContainsFunc(s, unicode.IsUpper))
	fmt.Println(strings.Index(s, "go"), strings.Index(s, "none"), strings.Index(s, ""), strings.LastIndex(s, "go"), strings.LastIndex(s, ""))
	fmt.Println(strings.IndexByte(s, 'p'), strings.LastIndexByte(s, 'g'), strings.IndexRune("añb", 'ñ'), strings.IndexRune(s, -1))
	fmt.Println(strings.IndexAny(s, "!,"), strings.LastIndexAny(s, "gp"), strings.IndexFunc(s, unicode.IsPunct), strings.LastIndexFunc(s, unicode.IsLetter))
	fmt.Println(strings.HasPrefix(s, "go "), strings.HasSuffix(s, "go!"), strings.HasPrefix(s, ""), strings.HasSuffix(s, s+"x"))
	fmt.Println(strings.Count(s, "go"), strings.Count("cheese", "e"), strings.Count("日本", ""), strings.Count("aaaa", "aa"))
	fmt.Println(strings.Compare("a", "b"), strings.Compare("b", "a"), strings.Compare("x", "x"), strings.EqualFold("Go", "GO"), strings.EqualFold("ß", "SS"))
	fmt.Println(strings.Cut("k=v=w", "="))
	fmt.Println(strings.Cut("none", "="))
	fmt.Println(strings.CutLast("k=v=w", "="))
	fmt.Println(strings.CutPrefix("prefix-x", "prefix-"))
	fmt.Println(strings.CutPrefix("x", "y"))
	fmt.Println(strings.CutSuffix("x.go", ".go"))
}
