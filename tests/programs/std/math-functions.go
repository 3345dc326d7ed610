// package math: transcendental functions, printed to nine digits.
package main

import (
	"fmt"
	"math"
)

func show(name string, vs ...float64) {
	fmt.Print(name)
	for _, v := range vs {
		fmt.Printf(" %.9g", v)
	}
	fmt.Println()
}

func main() {
	show("sin", math.Sin(1), math.Cos(1), math.Tan(1), math.Sin(math.Pi/6))
	s, c := math.Sincos(0.5)
	show("sincos", s, c)
	show("arc", math.Asin(0.5), math.Acos(0.5), math.Atan(1), math.Atan2(-1, -1))
	show("hyper", math.Sinh(1), math.Cosh(1), math.Tanh(1), math.Asinh(1), math.Acosh(2), math.Atanh(0.5))
	show("exp", math.Exp(1), math.Exp(-2), math.Expm1(1e-5), math.Exp2(0.5))
	show("log", math.Log(10), math.Log2(10), math.Log10(1000), math.Log1p(1e-5))
	show("gamma", math.Gamma(5), math.Gamma(0.5))
	l, sign := math.Lgamma(-2.5)
	show("lgamma", l, float64(sign))
	show("erf", math.Erf(0.5), math.Erfc(0.5), math.Erfinv(0.5), math.Erfcinv(0.5))
	show("bessel", math.J0(1), math.J1(1), math.Jn(2, 1), math.Y0(1), math.Y1(1), math.Yn(2, 1))
	show("pow", math.Pow(1.5, 2.5), math.Pow(-8, 1.0/3), math.Cbrt(-8))
}
