// package unicode/utf8.
package main

import (
	"fmt"
	"unicode/utf8"
)

func main() {
	s := "aé世😀\xff"
	fmt.Println(utf8.RuneCountInString(s), utf8.RuneCount([]byte(s)), utf8.ValidString(s), utf8.ValidString("ok"), utf8.Valid([]byte(s)))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		fmt.Print(r, ":", n, " ")
		i += n
	}
	fmt.Println()
	fmt.Println(utf8.DecodeRune([]byte("é")))
	fmt.Println(utf8.DecodeLastRuneInString("x世"))
	fmt.Println(utf8.DecodeLastRune([]byte{0xff}))
	fmt.Println(utf8.DecodeRuneInString(""))
	buf := make([]byte, 4)
	n := utf8.EncodeRune(buf, '世')
	fmt.Println(buf[:n], utf8.AppendRune([]byte("a"), 'é'))
	fmt.Println(utf8.RuneLen('a'), utf8.RuneLen('é'), utf8.RuneLen('世'), utf8.RuneLen('😀'), utf8.RuneLen(-1))
	fmt.Println(utf8.FullRune([]byte{0xe4, 0xb8}), utf8.FullRuneInString("世"), utf8.RuneStart('a'), utf8.RuneStart(0x80))
	fmt.Println(utf8.ValidRune('a'), utf8.ValidRune(0xD800), utf8.RuneError, utf8.MaxRune, utf8.UTFMax, utf8.RuneSelf)
}
