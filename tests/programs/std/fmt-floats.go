// Floating-point verbs.
package main

import (
	"fmt"
	"math"
)

func main() {
	for _, v := range []float64{3.14159265, -0.5, 0, 1e21, 123456789, 1e-7, math.Inf(1), math.NaN(), 100} {
		for _, f := range []string{"%v", "%f", "%.2f", "%8.2f|", "%-8.1f|", "%+.3f", "%08.3f", "% f", "%e", "%.3e", "%E", "%g", "%.3g", "%G", "%#g", "%6.0f", "%b", "%x", "%.2x", "%F", "%+v", "%#v", "%10g|", "%+08.1f"} {
			fmt.Printf(f, v)
			fmt.Print(" ")
		}
		fmt.Println()
	}
	fmt.Printf("%v %v %.3v %6.2v|\n", float32(0.1), float32(16777216), 2.0/3, 2.0/3)
	fmt.Printf("%v %.1f %+.2e %8.2f|\n", 1+2i, 1.25-2.75i, 3i, 1+1i)
	fmt.Printf("%d %s %t\n", 1.5, 2.5, 3.5)
	fmt.Printf("%.2f %5.1f\n", []float64{1, 2.345}, map[string]float64{"k": 9.99})
	fmt.Printf("%6.3f%%\n", 12.3456)
	fmt.Printf("%.0f %.0f %.0f %.0f\n", 0.5, 1.5, 2.5, -0.5)
	fmt.Println(1e6, 1e20, 1e21, 123456.789, 1e-4, 1e-5, float32(1e-5), 5.0, -0.0)
}
