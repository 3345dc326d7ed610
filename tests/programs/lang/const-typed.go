// Typed constants, conversions of constants, constant expressions with builtins.
package main

import (
	"fmt"
	"math"
	"time"
	"unsafe"
)

type level uint8

const (
	debug level = iota + 1
	info
	warn
)

const (
	timeout         = 2 * time.Second
	half            = timeout / 4
	n       int64   = 1 << 40
	ratio   float32 = 1.0 / 3
	flags           = 1<<iota | 1<<(iota+1)
	hex             = 0x1p-2
	char            = 'x' - 'a'
	bigger          = math.MaxInt64
	ulimit  uint64  = math.MaxUint64
)

const arrLen = len([3]int{}) + len("four")

func main() {
	fmt.Println(debug, info, warn, timeout, half, n, ratio, flags, hex, char)
	fmt.Printf("%T %T %T %T\n", debug, timeout, char, hex)
	fmt.Println(bigger, ulimit, arrLen, len([arrLen]int{}))
	fmt.Println(float32(0.1) == 0.1, int32(math.MaxInt32)+0, -5>>1, 5.0/2, 5/2, 1<<3.0)
	const k = 10
	var f float64 = k / 4
	var g float64 = k / 4.0
	fmt.Println(f, g, k%3, k&^2)
	fmt.Println(unsafe.Sizeof(int32(0)) == 4, math.Pi*2, uint8(255)&^0xf)
	var d time.Duration = 5
	fmt.Println(d*time.Millisecond, time.Duration(k)*time.Hour)
}
