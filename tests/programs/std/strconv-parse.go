// Parsing numbers and booleans, with error texts.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"42", "-7", "+5", "", "abc", "99999999999999999999", "1_000", "0x10", " 1", "1.5"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	fmt.Println(strconv.ParseInt("ff", 16, 64))
	fmt.Println(strconv.ParseInt("0xff", 0, 64))
	fmt.Println(strconv.ParseInt("0b101", 0, 64))
	fmt.Println(strconv.ParseInt("1_000", 0, 64))
	fmt.Println(strconv.ParseInt("300", 10, 8))
	fmt.Println(strconv.ParseInt("-129", 10, 8))
	fmt.Println(strconv.ParseInt("1", 40, 8))
	fmt.Println(strconv.ParseInt("1", 10, 80))
	fmt.Println(strconv.ParseUint("18446744073709551615", 10, 64))
	fmt.Println(strconv.ParseUint("-1", 10, 64))
	fmt.Println(strconv.ParseUint("zz", 36, 32))
	for _, s := range []string{"3.14", "1e10", ".5", "inf", "-Inf", "NaN", "1e400", "x", "0x1p4", "1_0.5", "1.7976931348623157e308", "4.9e-324", "1e-400"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
	}
	f32, err := strconv.ParseFloat("0.1", 32)
	fmt.Println(f32, err)
	for _, s := range []string{"1", "t", "TRUE", "True", "0", "f", "no"} {
		fmt.Println(strconv.ParseBool(s))
	}
	c, err := strconv.ParseComplex("1+2i", 128)
	fmt.Println(c, err)
	_, err = strconv.Atoi("q")
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, ne.Err, errors.Is(err, strconv.ErrSyntax), ne.Unwrap() == strconv.ErrSyntax)
	_, err = strconv.ParseInt("300", 10, 8)
	fmt.Println(errors.Is(err, strconv.ErrRange), strconv.IntSize)
}
