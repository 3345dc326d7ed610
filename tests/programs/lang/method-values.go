// Method values bind the receiver at once; method expressions take it as argument.
package main

import "fmt"

type acc struct{ n int }

func (a acc) value() int        { return a.n }
func (a *acc) add(d int) *acc   { a.n += d; return a }
func (a acc) plus(x, y int) int { return a.n + x + y }

type adder interface{ add(int) *acc }

func main() {
	a := acc{1}
	v := a.value
	add := a.add
	a.n = 10
	fmt.Println(v(), add(5).n, a.n)
	f := acc.value
	g := (*acc).add
	h := (*acc).value
	fmt.Println(f(a), g(&a, 1).n, h(&a))
	fmt.Printf("%T %T %T\n", f, g, v)
	p := acc.plus
	fmt.Println(p(acc{100}, 20, 3))
	var i adder = &a
	iv := i.add
	i = &acc{}
	fmt.Println(iv(1).n)
	ie := adder.add
	fmt.Println(ie(&a, 2).n)
	fs := []func() int{a.value, (&acc{3}).value, acc{4}.value}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	defer fmt.Println("chained", a.add(1).add(1).n)
}
