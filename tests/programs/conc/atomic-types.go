// The typed atomics.
package main

import (
	"fmt"
	"sync/atomic"
)

type config struct{ name string }

func main() {
	var i32 atomic.Int32
	fmt.Println(i32.Add(5), i32.Swap(7), i32.CompareAndSwap(7, 8), i32.Load())
	var i64 atomic.Int64
	i64.Store(1 << 40)
	fmt.Println(i64.Add(-1), i64.CompareAndSwap(0, 1), i64.Swap(2), i64.Load())
	var u32 atomic.Uint32
	fmt.Println(u32.Add(^uint32(0)), u32.Load(), u32.Swap(3))
	u32.Store(6)
	fmt.Println(u32.And(3), u32.Or(8), u32.Load(), u32.CompareAndSwap(10, 11))
	var u64 atomic.Uint64
	u64.Store(9)
	fmt.Println(u64.Add(1), u64.Swap(4), u64.And(6), u64.Or(1), u64.CompareAndSwap(5, 50), u64.Load())
	fmt.Println(i32.And(12), i32.Or(3), i32.Load(), i64.And(3), i64.Or(4), i64.Load())
	i32.Store(-1)
	var up atomic.Uintptr
	up.Store(3)
	fmt.Println(up.Add(2), up.Load(), up.Swap(1), up.CompareAndSwap(1, 2), up.And(2), up.Or(1), i32.Load())
	var b atomic.Bool
	fmt.Println(b.Load(), b.Swap(true), b.CompareAndSwap(true, false), b.Load())
	b.Store(true)
	var p atomic.Pointer[config]
	fmt.Println(p.Load() == nil, b.Load())
	c := &config{"one"}
	p.Store(c)
	fmt.Println(p.Load().name, p.CompareAndSwap(c, &config{"two"}), p.Load().name)
	fmt.Println(p.Swap(nil).name)
	var v atomic.Value
	fmt.Println(v.Load())
	v.Store([]int{1})
	fmt.Println(v.Load().([]int))
	fmt.Println(v.Swap([]int{2}))
	var w atomic.Value
	w.Store("x")
	fmt.Println(w.CompareAndSwap("x", "y"), w.CompareAndSwap("x", "z"), w.Load())
}
