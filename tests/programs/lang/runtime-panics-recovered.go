package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
)

type T struct {
	f *T
	n int
}

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isRT := r.(runtime.Error)
		e, isErr := r.(error)
		fmt.Printf("%-12s %v rt=%t err=%t %T\n", name, r, isRT, isErr, r)
		if isErr && name == "wrapped" {
			fmt.Println(errors.Unwrap(e))
		}
	}()
	f()
}

func main() {
	var (
		s   []int
		m   map[string]int
		p   *T
		i   interface{}
		e   error
		arr [3]int
		fn  func()
		ch  chan int
	)
	k := 5
	neg := -1
	zero := 0
	try("index", func() { _ = s[k] })
	try("index2", func() { _ = arr[k] })
	try("index-neg", func() { _ = arr[neg] })
	try("slice", func() { _ = s[1:k] })
	try("slice2", func() { _ = arr[k:] })
	try("slice3", func() { _ = make([]int, 2, 4)[:2:k] })
	try("slice4", func() { a := 3; b := 2; _ = arr[a:b] })
	try("str", func() { _ = "abc"[k] })
	try("substr", func() { _ = "abc"[k:] })
	try("substr2", func() { _ = "abc"[2 : neg+2] })
	try("map", func() { m["a"]++ })
	try("nil", func() { p.f.n = 1 })
	try("nilread", func() { fmt.Println(p.n) })
	try("assert", func() { _ = i.(string) })
	try("assert2", func() { i = 3; _ = i.(string) })
	try("assert3", func() { _ = i.(fmt.Stringer) })
	try("assert4", func() { _ = e.(*os.PathError) })
	try("assert5", func() { i = T{}; _ = i.(*T) })
	try("div", func() { fmt.Println(k / zero) })
	try("mod", func() { fmt.Println(k % zero) })
	try("fn", func() { fn() })
	try("close nil", func() { close(ch) })
	try("close2", func() { c := make(chan int); close(c); close(c) })
	try("send", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("makeslice", func() { _ = make([]int, neg) })
	try("makecap", func() { _ = make([]int, 2, zero) })
	try("makechan", func() { _ = make(chan int, neg) })
	try("hash", func() { mm := map[any]int{}; mm[[]int{1}] = 2 })
	try("cmp", func() { var a, b any = []int{1}, []int{1}; fmt.Println(a == b) })
	try("cmp2", func() { var a, b any = struct{ f func() }{}, struct{ f func() }{}; fmt.Println(a == b) })
	try("toarray", func() { _ = [4]int(make([]int, 2)) })
	try("shift", func() { fmt.Println(1 << neg) })
	try("error", func() { panic(errors.New("custom")) })
	try("errorf", func() { panic(fmt.Errorf("w: %w", os.ErrClosed)) })
	try("string", func() { panic("plain") })
	try("sprintf", func() { panic(fmt.Sprintf("%d", 3)) })
	try("nilpanic", func() { panic(nil) })
	try("int", func() { panic(42) })
	try("struct", func() { panic(T{n: 2}) })
	try("repeat", func() { strings.Repeat("x", neg) })
	try("none", func() {})
	try("goexit-like", func() { defer func() { panic("second") }(); panic("first") })
	try("iface nil", func() { e.Error() })
	try("nil method", func() { var st fmt.Stringer; _ = st.String() })
	try("unsafe conv", func() { var x any = "s"; _ = x.(int) })
	try("named", func() { type S string; var x any = S("s"); _ = x.(string) })
	try("big", func() { var u uint64 = 1 << 63; _ = make([]int, u) })
}
