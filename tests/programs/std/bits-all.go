// Every function of math/bits.
package main

import (
	"fmt"
	"math/bits"
)

func main() {
	fmt.Println(bits.UintSize)
	for _, x := range []uint64{0, 1, 6, 0x80, 0xff00, 0x12345678, 1 << 63, 0xdeadbeefcafebabe} {
		fmt.Println(bits.Len(uint(x)), bits.Len8(uint8(x)), bits.Len16(uint16(x)), bits.Len32(uint32(x)), bits.Len64(x),
			bits.LeadingZeros(uint(x)), bits.LeadingZeros8(uint8(x)), bits.LeadingZeros16(uint16(x)), bits.LeadingZeros32(uint32(x)), bits.LeadingZeros64(x),
			bits.TrailingZeros(uint(x)), bits.TrailingZeros8(uint8(x)), bits.TrailingZeros16(uint16(x)), bits.TrailingZeros32(uint32(x)), bits.TrailingZeros64(x),
			bits.OnesCount(uint(x)), bits.OnesCount8(uint8(x)), bits.OnesCount16(uint16(x)), bits.OnesCount32(uint32(x)), bits.OnesCount64(x))
		fmt.Printf("%x %x %x %x %x\n", bits.RotateLeft(uint(x), 4), bits.RotateLeft8(uint8(x), -3), bits.RotateLeft16(uint16(x), 5), bits.RotateLeft32(uint32(x), 31), bits.RotateLeft64(x, -20))
		fmt.Printf("%x %x %x %x %x\n", bits.Reverse(uint(x)), bits.Reverse8(uint8(x)), bits.Reverse16(uint16(x)), bits.Reverse32(uint32(x)), bits.Reverse64(x))
		fmt.Printf("%x %x %x %x\n", bits.ReverseBytes(uint(x)), bits.ReverseBytes16(uint16(x)), bits.ReverseBytes32(uint32(x)), bits.ReverseBytes64(x))
		fmt.Println(bits.Add(uint(x), 1<<63, 1))
		fmt.Println(bits.Add32(uint32(x), 1<<31, 1))
		fmt.Println(bits.Add64(x, 1<<63, 0))
		fmt.Println(bits.Sub(1, uint(x), 1))
		fmt.Println(bits.Sub32(1, uint32(x), 0))
		fmt.Println(bits.Sub64(1, x, 0))
		fmt.Println(bits.Mul(uint(x), 1<<40+7))
		fmt.Println(bits.Mul32(uint32(x), 1<<20+7))
		fmt.Println(bits.Mul64(x, x))
		fmt.Println(bits.Div(3, uint(x), 1<<50))
		fmt.Println(bits.Div32(3, uint32(x), 1<<20))
		fmt.Println(bits.Div64(3, x, 12345678901))
		fmt.Println(bits.Rem(7, uint(x), 1000), bits.Rem32(7, uint32(x), 1000), bits.Rem64(7, x, 1000))
	}
	for _, f := range []func(){func() { bits.Div64(5, 0, 5) }, func() { bits.Div32(1, 1, 0) }, func() { bits.Rem(1, 1, 0) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
