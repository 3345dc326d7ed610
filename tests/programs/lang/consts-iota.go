package main

import (
	"fmt"
	"math"
)

type ByteSize float64

const (
	_           = iota
	KB ByteSize = 1 << (10 * iota)
	MB
	GB
	TB
)

func (b ByteSize) String() string {
	switch {
	case b >= TB:
		return fmt.Sprintf("%.2fTB", b/TB)
	case b >= GB:
		return fmt.Sprintf("%.2fGB", b/GB)
	case b >= MB:
		return fmt.Sprintf("%.2fMB", b/MB)
	case b >= KB:
		return fmt.Sprintf("%.2fKB", b/KB)
	}
	return fmt.Sprintf("%.2fB", b)
}

type Flags uint8

const (
	A Flags = 1 << iota
	B
	_
	D
	mask = A | B | D
)
const (
	c0 = iota * 10
	c1
	c2 = "s"
	c3
	c4, c5 = iota, iota + 1
	c6, c7
)
const (
	huge  = 1 << 100
	small = huge >> 98
	third = 1.0 / 3
	r     = 'a' + 1
	cplx  = 2i * 2i
	str   = "con" + "cat"
	l     = len(str)
)

type Month int

const (
	Jan Month = 1 + iota
	Feb
)

func main() {
	fmt.Println(KB, MB*1.5, GB, TB, ByteSize(12))
	fmt.Printf("%08b %v %d\n", mask, D, A&^B)
	fmt.Println(c0, c1, c2, c3, c4, c5, c6, c7)
	fmt.Println(small, third, r, string(rune(r)), cplx, str, l, Feb)
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.Pi, float32(math.Pi))
	fmt.Println(7/2, -7/2, 7%3, -7%3, 7%-3, 7.0/2, 1/2*3.0, 3.0*1/2)
	var u8 uint8 = 255
	u8++
	var i8 int8 = -128
	i8--
	fmt.Println(u8, i8, -i8, ^0, 5&^3, 6^3, 1<<3|1)
	var x uint32 = 1<<32 - 1
	fmt.Println(x, x+1, int32(x), int64(x), uint16(x))
	f := 3.99
	fmt.Println(int(f), int(-f), math.Round(f), math.Floor(-f), math.Trunc(f))
	fmt.Println(0.1+0.2, float32(0.1)+0.2, 1e100, 1e-7, 123456789.0, 1e20, 1e21, 100000.0)
	a, b := 0.1, 0.2
	fmt.Println(a+b, a+b == 0.3)
	fmt.Println(math.Inf(1), math.Inf(-1), math.NaN(), -0.0, 1/math.Inf(-1))
	fmt.Println(0x1F, 0b101, 0o17, 017, 1_000_000, 0x1p4, 'a', '\n', '\x41', '\u00e9', "\u00e9\t\"")
	var c complex128 = complex(3, 4)
	fmt.Println(c*c, real(c), imag(c), c == 3+4i, -c)
	fmt.Printf("%T %T %T %T %T\n", 1, 1.0, 'a', 1i, "s")
}
