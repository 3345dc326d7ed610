// atomic.Value insists on one concrete type and no nil.
package main

import (
	"fmt"
	"sync/atomic"
)

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var v atomic.Value
	try(func() { v.Store(nil) })
	v.Store(1)
	try(func() { v.Store("a") })
	try(func() { v.Store(nil) })
	try(func() { v.Swap("a") })
	try(func() { v.CompareAndSwap("a", "b") })
	try(func() { v.CompareAndSwap(1, "b") })
	fmt.Println(v.Load())
}
