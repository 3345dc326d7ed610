// Memoisation, currying, decorators, tables of functions, methods of function types.
package main

import (
	"fmt"
	"sort"
)

type handler func(string) string
type middleware func(handler) handler

func (h handler) serve(s string) string { return h(s) }

func chain(h handler, ms ...middleware) handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func tag(name string) middleware {
	return func(next handler) handler {
		return func(s string) string { return "<" + name + ">" + next(s) + "</" + name + ">" }
	}
}

func memo(f func(int) int) func(int) int {
	seen := map[int]int{}
	return func(n int) int {
		if v, ok := seen[n]; ok {
			return v
		}
		v := f(n)
		seen[n] = v
		return v
	}
}

func main() {
	h := chain(func(s string) string { return s }, tag("a"), tag("b"))
	fmt.Println(h.serve("x"))
	calls := 0
	sq := memo(func(n int) int { calls++; return n * n })
	fmt.Println(sq(4), sq(4), sq(5), calls)
	add := func(a int) func(int) func(int) int {
		return func(b int) func(int) int { return func(c int) int { return a + b + c } }
	}
	fmt.Println(add(1)(2)(3))
	ops := map[string]func(float64, float64) float64{
		"+": func(a, b float64) float64 { return a + b },
		"-": func(a, b float64) float64 { return a - b },
		"*": func(a, b float64) float64 { return a * b },
		"/": func(a, b float64) float64 { return a / b },
	}
	var names []string
	for k := range ops {
		names = append(names, k)
	}
	sort.Strings(names)
	for _, k := range names {
		fmt.Print(k, ops[k](9, 4), " ")
	}
	fmt.Println()
}
