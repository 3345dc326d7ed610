// package unicode: the common predicates.
package main

import (
	"fmt"
	"unicode"
)

func main() {
	for _, r := range "aZ5 é世\n_!Ⅷ\u0301" {
		fmt.Println(string(r), unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsNumber(r), unicode.IsSpace(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsPunct(r), unicode.IsControl(r), unicode.IsPrint(r), unicode.IsSymbol(r), unicode.IsMark(r), unicode.IsTitle(r), unicode.IsGraphic(r))
	}
	fmt.Println(string(unicode.ToUpper('é')), string(unicode.ToLower('Ä')), string(unicode.ToTitle('x')), unicode.MaxRune, unicode.ReplacementChar)
	fmt.Println(unicode.Is(unicode.Han, '世'), unicode.In('a', unicode.Latin, unicode.Han), string(unicode.SimpleFold('K')))
}
