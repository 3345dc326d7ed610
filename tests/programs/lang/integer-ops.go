// Arithmetic, bits, shifts and their assignment forms.
package main

import "fmt"

func main() {
	a, b := 29, -4
	fmt.Println(a+b, a-b, a*b, a/b, a%b, -a/b, -a%b, b/3, b%3)
	x, y := uint8(0b1100_1010), uint8(0b0101_0110)
	fmt.Printf("%08b %08b %08b %08b %08b\n", x&y, x|y, x^y, x&^y, ^x)
	var s uint = 70
	fmt.Println(1<<3, x<<4, x>>3, int8(-128)>>3, a<<s, b>>s, uint32(1)<<31)
	a += 3
	a -= 1
	a *= 2
	a /= 3
	a %= 13
	a <<= 4
	a >>= 1
	a |= 3
	a &= 0x3f
	a ^= 0x11
	a &^= 1
	fmt.Println(a)
	a++
	a--
	fmt.Println(a, +a, -a, ^a)
	var i64 int64 = -9223372036854775808
	fmt.Println(i64/2, i64>>63, uint64(i64)>>63)
}
