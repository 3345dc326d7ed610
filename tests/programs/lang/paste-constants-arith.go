// Constants, shifts, overflow, conversions, runes and bytes, labelled loops, goto, switch forms.
package main

import (
	"fmt"
	"math"
	"strconv"
)

type bits uint8

const (
	a bits = 1 << iota
	b
	_
	d
)

const (
	kb = 1 << (10 * (iota + 1))
	mb
	gb
)

func (x bits) has(y bits) bool { return x&y != 0 }

func classify(n int) (s string) {
	switch {
	case n < 0:
		s = "negative"
		fallthrough
	case n == 0:
		s += " or zero"
	case n%2 == 0:
		return "even"
	default:
		return "odd"
	}
	return
}

func collatz(n int) (steps int) {
top:
	if n == 1 {
		return
	}
	if n%2 == 0 {
		n /= 2
	} else {
		n = 3*n + 1
	}
	steps++
	goto top
}

func main() {
	fmt.Println(a, b, d, a|d, (a | d).has(b), kb, mb, gb, a&^a, ^a)
	var i8 int8 = 127
	i8++
	x, zero := 300, 0
	var u8 uint8
	u8--
	var u32 uint32 = math.MaxUint32
	fmt.Println(i8, u8, u32+1, -7/2, -7%3, 7&-7, 1<<3|1, uint8(x)+200, -int8(-128+zero))
	f := 2.9
	neg := -2.9
	fmt.Println(int8(x), uint8(x), int(f), int(neg), float32(0.1), float64(float32(0.1)), math.Round(2.5), math.Trunc(neg))
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.Inf(1), math.NaN(), -math.Inf(1), 1/math.Inf(-1))
	s := "héllo, 世界\xff"
	for i, r := range s {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println(len(s), []rune(s)[1], []byte(s)[:3], string([]rune{0x4e16, 'x'}), string(rune(65)), strconv.Quote(s))
	for _, n := range []int{-1, 0, 2, 3} {
		fmt.Print(classify(n), "; ")
	}
	fmt.Println(collatz(27))
	c := complex(1, 2)
	fmt.Println(c*c, real(c), imag(c), c == complex(1, 2))
	fmt.Printf("%v %.1f %T\n", c, c, c)
matrix:
	for i := range 4 {
		for j := range 4 {
			if j == 3 {
				continue matrix
			}
			if i == 2 {
				break matrix
			}
			fmt.Print(i*j, " ")
		}
	}
	fmt.Println()
	h := 0x1p-2 + 0b101 + 0o17 + 1_000 + 'a' + 1e3
	fmt.Println(h, 07, 0xFF, 5.0/2, 5/2, 5%3, 1<<10>>3, "a"+"b" < "ac", !true || false && true)
	var arr [5]int
	idx := 2
	arr[idx], idx = 10, 4
	arr[idx] = idx
	idx, arr[0] = arr[4], idx
	fmt.Println(arr, idx)
	n, err := strconv.ParseInt("9223372036854775808", 10, 64)
	fmt.Println(n, err)
	_, err = strconv.ParseBool("maybe")
	fmt.Println(err, strconv.FormatFloat(1.0/3, 'g', 5, 64), strconv.Itoa(-45), strconv.FormatInt(255, 2))
	var shift uint = 70
	fmt.Println(1<<shift == 0, int32(x)<<31, uint64(1)<<63>>shift, -1>>shift)
	defer func() { fmt.Println("recovered:", recover()) }()
	fmt.Println(1 / zero)
}
