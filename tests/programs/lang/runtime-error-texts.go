// The texts of the run-time panics.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type named struct{}
type other struct{}

func try(f func()) {
	defer func() {
		r := recover()
		_, isRuntime := r.(runtime.Error)
		fmt.Println(r, isRuntime)
	}()
	f()
}

func main() {
	n := 5
	neg := -1
	zero := 0
	s := []int{1, 2, 3}
	arr := [4]int{}
	str := "hello"
	var m map[string][]int
	var a any
	try(func() { _ = s[n] })
	try(func() { _ = s[neg] })
	try(func() { arr[n] = 1 })
	try(func() { _ = str[n] })
	try(func() { _ = s[n:] })
	try(func() { _ = s[:n] })
	try(func() { _ = s[1 : 2 : zero+2][n] })
	try(func() { _ = s[n : n-1] })
	try(func() { _ = s[neg:] })
	try(func() { _ = str[n+1:] })
	try(func() { _ = str[3:zero] })
	try(func() { _ = s[:2:n] })
	try(func() { _ = s[:n:2] })
	try(func() { _ = s[n:2:3] })
	try(func() { _ = arr[:n] })
	try(func() { _ = n / zero })
	try(func() { _ = n % zero })
	try(func() { m["a"] = nil })
	try(func() { _ = a.(int) })
	try(func() { a = "s"; _ = a.(int) })
	try(func() { a = named{}; _ = a.(other) })
	try(func() { _ = a.(fmt.Stringer) })
	try(func() { a = nil; _ = a.(fmt.Stringer) })
	try(func() { _ = make([]int, neg) })
	try(func() { _ = make([]int, 1, zero) })
	try(func() { _ = make(chan int, neg) })
	try(func() { _ = [4]int(s) })
	try(func() { _ = (*[9]int)(s) })
	try(func() { _ = 1 << neg })
	try(func() { var x, y any = s, s; fmt.Println(x == y) })
	try(func() { _ = map[any]int{func() {}: 1} })
	try(func() { _ = map[any]int{}[s] })
	try(func() { _ = strings.Repeat("x", neg) })
	try(func() { var p *[3]int; _ = p[n-4] })
	try(func() { var e error; _ = e.Error() })
}
