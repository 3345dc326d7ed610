// Quoting and unquoting.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	s := "a\tb\"c'\\ é 世 \x00 \xff \u200b 😀 \u00a0"
	fmt.Println(strconv.Quote(s))
	fmt.Println(strconv.QuoteToASCII(s))
	fmt.Println(strconv.QuoteToGraphic(s))
	fmt.Println(strconv.QuoteRune('☺'), strconv.QuoteRuneToASCII('☺'), strconv.QuoteRuneToGraphic('\n'), strconv.QuoteRune('\''))
	for _, q := range []string{`"a\nb"`, "`raw\\n`", `'x'`, `'\u4e16'`, `"\x41\102"`, `"bad`, `abc`, `'ab'`, `""`, `"\q"`, `"'"`, `'"'`} {
		u, err := strconv.Unquote(q)
		fmt.Printf("%q %v\n", u, err)
	}
	r, mb, tail, err := strconv.UnquoteChar(`\u00e9xyz`, '"')
	fmt.Println(string(r), mb, tail, err)
	fmt.Println(strconv.QuotedPrefix(`"abc" rest`))
	fmt.Println(strconv.QuotedPrefix(`none`))
	fmt.Println(strconv.CanBackquote("a`b"), strconv.CanBackquote("ab"), strconv.IsPrint('a'), strconv.IsPrint('\u00a0'), strconv.IsGraphic('\u00a0'), strconv.IsPrint('\n'))
}
