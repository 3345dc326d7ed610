package main

import (
	"fmt"
	"io"
	"sort"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Sq struct{ s float64 }

func (q *Sq) Area() float64     { return q.s * q.s }
func (q *Sq) Perimeter() float64 { return 4 * q.s }

type Circ struct{}

func (c Circ) area() float64      { return 1 }
func (c Circ) Perimeter() float64 { return 1 }

type Tri struct{}

func (Tri) Area() int           { return 1 }
func (Tri) Perimeter(x float64) {}

type W struct{}

func (W) Write(p []byte) error { return nil }

type L []int

func (l L) Len() int { return len(l) }
func (l L) Less(i, j int) bool { return l[i] < l[j] }

func show(s Shape) { fmt.Println(s) }

func main() {
	var s Shape = Sq{2}
	show(Circ{})
	show(Tri{})
	show(nil)
	show(5)
	var w io.Writer = W{}
	fmt.Fprintf(W{}, "x")
	sort.Sort(L{1})
	var e error = "str"
	e = fmt.Stringer(nil)
	shapes := []Shape{&Sq{1}, Circ{}}
	m := map[string]Shape{"a": Sq{}}
	_, _, _, _, _ = s, w, e, shapes, m
}
