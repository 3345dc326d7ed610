// Package ziggurat has random numbers of normal and exponential distribution by the method of
// Marsaglia and Tsang ("The Ziggurat Method for Generating Random Variables", 2000).
package ziggurat

import "math"

// A Table divides the area under a curve: bounds, widths, heights.
type Table struct {
	K []uint32
	W []float32
	F []float32
}

const (
	NormalEdge      = 3.442619855899
	ExponentialEdge = 7.69711747013104972
)

var (
	Normal      = table(128, NormalEdge, 9.91256303526217e-3, 1<<31, normalCurve, normalInverse)
	Exponential = table(256, ExponentialEdge, 3.9496598225815571993e-3, 1<<32, expCurve, expInverse)
)

func normalCurve(x float64) float64   { return math.Exp(-.5 * x * x) }
func normalInverse(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) }
func expCurve(x float64) float64      { return math.Exp(-x) }
func expInverse(y float64) float64    { return -math.Log(y) }

func table(n int, edge, area, scale float64, curve, inverse func(float64) float64) Table {
	t := Table{make([]uint32, n), make([]float32, n), make([]float32, n)}
	q := area / curve(edge)
	t.K[0] = uint32(edge / q * scale)
	t.W[0] = float32(q / scale)
	t.W[n-1] = float32(edge / scale)
	t.F[0] = 1
	t.F[n-1] = float32(curve(edge))
	x := edge
	for i := n - 2; i >= 1; i-- {
		last := x
		x = inverse(area/x + curve(x))
		t.K[i+1] = uint32(x / last * scale)
		t.F[i] = float32(curve(x))
		t.W[i] = float32(x / scale)
	}
	return t
}

// NormFloat64 draws from the normal distribution: j and i are the first draw, float draws from [0, 1).
// It tells whether another first draw is needed.
func NormFloat64(j int32, i int, float func() float64) (x float64, again bool) {
	x = float64(j) * float64(Normal.W[i])
	u := uint32(j)
	if j < 0 {
		u = uint32(-j)
	}
	if u < Normal.K[i] {
		return x, false
	}
	if i == 0 {
		for {
			x = -math.Log(float()) * (1.0 / NormalEdge)
			y := -math.Log(float())
			if y+y >= x*x {
				break
			}
		}
		if j > 0 {
			return NormalEdge + x, false
		}
		return -NormalEdge - x, false
	}
	f := Normal.F
	return x, f[i]+float32(float())*(f[i-1]-f[i]) >= float32(math.Exp(-.5*x*x))
}

// ExpFloat64 is the same for the exponential distribution.
func ExpFloat64(j uint32, i int, float func() float64) (x float64, again bool) {
	x = float64(j) * float64(Exponential.W[i])
	if j < Exponential.K[i] {
		return x, false
	}
	if i == 0 {
		return ExponentialEdge - math.Log(float()), false
	}
	f := Exponential.F
	return x, f[i]+float32(float())*(f[i-1]-f[i]) >= float32(math.Exp(-x))
}
