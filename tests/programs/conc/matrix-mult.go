package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"text/tabwriter"
)

type Matrix [][]float64

func NewMatrix(r, c int) Matrix {
	m := make(Matrix, r)
	for i := range m {
		m[i] = make([]float64, c)
	}
	return m
}

func (m Matrix) Mul(o Matrix) Matrix {
	out := NewMatrix(len(m), len(o[0]))
	var wg sync.WaitGroup
	for i := range m {
		for j := range o[0] {
			wg.Add(1)
			go func(i, j int) {
				defer wg.Done()
				for k := range o {
					out[i][j] += m[i][k] * o[k][j]
				}
			}(i, j)
		}
	}
	wg.Wait()
	return out
}

func (m Matrix) String() string {
	var b strings.Builder
	for _, row := range m {
		for j, v := range row {
			if j > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%6.2f", v)
		}
		b.WriteRune('\n')
	}
	return b.String()
}

func main() {
	a := Matrix{{1, 2, 3}, {4, 5, 6}}
	b := Matrix{{1, .5}, {2, 1e1}, {-3, 0x1p-2}}
	fmt.Print(a.Mul(b))
	fmt.Printf("%v", a)
	tw := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(tw, "a\tb\tc\t")
	fmt.Fprintln(tw, "aaa\tbbbb\tc\t")
	fmt.Fprintf(tw, "%d\t%.3f\t%x\t\n", 12345, 3.14159, "hi")
	tw.Flush()
	tw = tabwriter.NewWriter(os.Stdout, 5, 0, 1, '.', 0)
	fmt.Fprintln(tw, "Name\tQty\tPrice")
	fmt.Fprintln(tw, "Banana\t10\t$0.25")
	fmt.Fprintln(tw, "世界\t7\t$12")
	tw.Flush()
}
