// Untyped constants are exact: no overflow, no rounding on the way.
package main

import "fmt"

const (
	huge  = 1 << 200
	small = huge >> 198
	third = 1.0 / 3
	back  = third * 3
	big   = 1e300 * 1e300 / 1e599
	ratio = 0.1 + 0.2
	mask  = ^uint32(0)
	neg   = -5 % 3
	div   = -7 / 2
	fdiv  = 7 / 2.0
	r     = 'a' + 1
	cplx  = 2i * 2i
	bits  = 0b1010_1010 | 0o17&^0x3
	str   = "con" + "cat"
	l     = len(str)
	cmp   = str < "d" && l == 6
)

func main() {
	fmt.Println(small, back == 1, big, ratio == 0.3, mask)
	fmt.Println(neg, div, fdiv, r, string(rune(r)), real(cplx), bits, str, l, cmp)
	fmt.Println(huge/(huge-1) == 1, uint64(huge>>137))
	const d = 5.0
	var i int = d
	var s = 1 << d
	fmt.Println(i, s)
	fmt.Printf("%T %T %T %T %T\n", 1, 1.0, 'a', 1i, "s")
	x := 0.1
	fmt.Println(x+0.2 == 0.3, 0.1+0.2 == 0.3)
}
