// All notations of numbers.
package main

import "fmt"

func main() {
	fmt.Println(42, 0b101, 0b11, 0o17, 0o7, 017, 0x2A, 0xfF, 1_000_000, 0x_dead_beef)
	fmt.Println(1., .5, 1e3, 1e-2, 1_0.2_5, 0x1p4, 0x.8p1, 0x1.8p-1, 6.02e23)
	fmt.Println(2i, 1.5i, 0x10i, 1e2i)
	fmt.Println('a', '\t', '\\', '\x41', '\101', '\u0041', '\U00000041', 'é')
	fmt.Println(0, 00, 0.0, 0e0, -0.0, 1e-7, 100000000000000000000.0)
	var u8 uint8 = 'a'
	var f32 float32 = 1e-45
	fmt.Println(u8, f32, float32(3.4e38), 4.9e-324, 1.7976931348623157e308)
}
