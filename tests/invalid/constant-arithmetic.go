package main

import "math"

const big = 1 << 100

func main() {
	x := big
	var y int = big
	_ = big + 1
	var z int8 = 100 + 100
	var w uint8 = 255 + 1
	var a int32 = math.MaxInt32 + 1
	println(math.MaxUint64)
	_ = int8(1) << 8
	const c int8 = -128 / -1
	var f float32 = math.MaxFloat64
	_, _, _, _, _, _ = x, y, z, w, a, f
}
