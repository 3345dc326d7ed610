// package math: rounding, roots, powers, parts.
package main

import (
	"fmt"
	"math"
)

func main() {
	for _, v := range []float64{2.5, -2.5, 3.5, 0.49999999999999994, -0.4, 1e300} {
		fmt.Println(math.Floor(v), math.Ceil(v), math.Trunc(v), math.Round(v), math.RoundToEven(v), math.Abs(v))
	}
	fmt.Println(math.Sqrt(2), math.Cbrt(27), math.Pow(2, 10), math.Pow(2, -1), math.Pow10(3), math.Hypot(3, 4), math.Exp2(5))
	fmt.Println(math.Sqrt(-1), math.Log(0), math.Log(-1), math.Pow(0, -1), math.Inf(-1))
	fmt.Println(math.Max(3, 7), math.Min(3, 7), math.Max(math.NaN(), 1), math.Dim(5, 3), math.Dim(3, 5), math.Mod(7, 3), math.Mod(-7, 3), math.Remainder(7, 4))
	ip, fp := math.Modf(3.25)
	fr, ex := math.Frexp(8)
	fmt.Println(ip, fp, fr, ex, math.Ldexp(0.5, 4), math.Ilogb(8), math.Logb(8))
	fmt.Println(math.IsNaN(math.NaN()), math.IsInf(math.Inf(1), 0), math.IsInf(1, 0), math.IsInf(math.Inf(-1), 1), math.Signbit(-0.5), math.Copysign(3, -1))
	fmt.Println(math.Float64bits(1.5), math.Float64frombits(0x4000000000000000), math.Float32bits(1.5), math.Float32frombits(0x40000000))
	fmt.Println(math.Nextafter(1, 2), math.Nextafter32(1, 2), math.FMA(2, 3, 4))
	fmt.Println(math.MaxInt, math.MinInt64, math.MaxInt8, math.MinInt8, math.MaxInt16, math.MinInt16, math.MaxInt32, math.MinInt32, math.MaxUint8, math.MaxUint16, math.MaxUint32, uint64(math.MaxUint64), uint(math.MaxUint), math.MinInt, math.MaxInt64)
	fmt.Println(math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxFloat32, math.SmallestNonzeroFloat32)
	fmt.Println(math.Pi, math.E, math.Phi, math.Sqrt2, math.SqrtE, math.SqrtPi, math.SqrtPhi, math.Ln2, math.Log2E, math.Ln10, math.Log10E)
}
