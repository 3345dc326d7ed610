// Division and remainder signs, shifts past the width, conversions between widths, float to int.
package main

import (
	"fmt"
	"math"
)

func main() {
	for _, p := range [][2]int{{7, 2}, {-7, 2}, {7, -2}, {-7, -2}} {
		fmt.Print(p[0]/p[1], p[0]%p[1], " ")
	}
	fmt.Println()
	var s uint = 64
	one := 1
	fmt.Println(one<<s, one<<63, uint32(one)<<31<<1, int32(-1)>>s, uint8(255)>>s, -1>>s)
	var i32 int32 = math.MinInt32
	fmt.Println(-i32, i32-1, i32*i32, i32/-1, uint32(i32))
	var u uint = 0
	fmt.Println(u-1, uint8(u-1), int(u-1))
	x := uint16(0xabcd)
	fmt.Println(uint8(x), int8(x), int16(x), x>>4&0xf, ^x, -x)
	f := 1e10
	fmt.Println(int64(f), float32(f), int64(-0.9*f), math.Float32bits(float32(0.1)))
	var big uint64 = 1<<63 + 1<<10 + 1
	fmt.Println(float64(big), uint64(float64(big)), float32(16777217), int64(float32(16777217)))
	h := 0
	for _, c := range "overflow me please" {
		h = h*31 + int(c)
	}
	fmt.Println(h)
	var a, b uint8 = 200, 100
	fmt.Println(a+b, a*b, a-b, b-a, int(a)+int(b), a/b, a%b, a&b, a|b, a^b)
	fmt.Println(math.MaxInt64+one == math.MinInt64, int8(one+127))
}
