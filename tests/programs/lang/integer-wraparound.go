// Fixed-width integers wrap around.
package main

import "fmt"

func main() {
	var i8 int8 = 127
	var u8 uint8 = 255
	var i16 int16 = 32767
	var u16 uint16 = 65535
	var i32 int32 = 1<<31 - 1
	var u32 uint32 = 1<<32 - 1
	var i64 int64 = 1<<63 - 1
	var u64 uint64 = 1<<64 - 1
	i8++
	u8++
	i16++
	u16++
	i32++
	u32++
	i64++
	u64++
	fmt.Println(i8, u8, i16, u16, i32, u32, i64, u64)
	i8 *= 3
	u8 -= 2
	i16 = -i16
	u16 -= 7
	i32 -= 1
	u32 *= 5
	i64 = i64 - 1
	u64 = ^u64
	fmt.Println(i8, u8, i16, u16, i32, u32, i64, u64)
	m := int8(-128)
	fmt.Println(m/-1, m%-1, -m, m*m)
	var x int = 1 << 62
	fmt.Println(x*4, x*2, uint32(x>>31))
	fmt.Println(uint8(i32), int8(u16), uint64(i8), uint16(i64))
}
