// float64 and float32, infinities and NaN.
package main

import (
	"fmt"
	"math"
)

func main() {
	a, b := 1.5, 0.25
	fmt.Println(a+b, a-b, a*b, a/b, -a)
	var f float32 = 16777216
	fmt.Println(f+1 == f, float32(0.1), float64(float32(0.1)))
	zero := 0.0
	inf := 1 / zero
	nan := zero / zero
	fmt.Println(inf, -inf, nan, nan == nan, nan != nan, nan < 1, inf > math.MaxFloat64)
	fmt.Println(1/(-1/inf), math.Signbit(-1/inf))
	fmt.Println(int(3.0), int(-4.0), int64(1e15), uint8(2e2))
	x := 2.7
	fmt.Println(int(x), int(-x), int8(x), uint16(x))
	a += 1
	a -= 0.5
	a *= 3
	a /= 4
	a++
	fmt.Println(a)
	fmt.Println(1e100, 1e21, 1e20, 123456789.0, 0.000001, 0.0000001, float32(1e10))
}
