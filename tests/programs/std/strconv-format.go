// Formatting numbers.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(-255, 16), strconv.FormatInt(35, 36), strconv.FormatUint(1<<63, 2), strconv.FormatBool(true))
	for _, f := range []byte{'e', 'E', 'f', 'g', 'G', 'b', 'x', 'X'} {
		fmt.Println(string(f), strconv.FormatFloat(1234.5678, f, -1, 64), strconv.FormatFloat(1234.5678, f, 2, 64), strconv.FormatFloat(1e-7, f, 0, 32))
	}
	fmt.Println(strconv.FormatFloat(0.1, 'g', -1, 32), strconv.FormatFloat(100, 'g', 2, 64), strconv.FormatFloat(2.5, 'f', 0, 64), strconv.FormatFloat(1e21, 'f', -1, 64))
	fmt.Println(strconv.FormatComplex(1-2.5i, 'f', 1, 128))
	b := []byte("x:")
	b = strconv.AppendInt(b, -5, 10)
	b = append(b, ' ')
	b = strconv.AppendUint(b, 255, 16)
	b = append(b, ' ')
	b = strconv.AppendFloat(b, 1.5, 'f', 2, 64)
	b = append(b, ' ')
	b = strconv.AppendBool(b, false)
	b = append(b, ' ')
	b = strconv.AppendQuote(b, "q\n")
	b = strconv.AppendQuoteRune(b, 'é')
	b = strconv.AppendQuoteToASCII(b, "é")
	b = strconv.AppendQuoteRuneToASCII(b, 'é')
	b = strconv.AppendQuoteToGraphic(b, "\u00a0")
	b = strconv.AppendQuoteRuneToGraphic(b, '\u3000')
	fmt.Println(string(b))
}
