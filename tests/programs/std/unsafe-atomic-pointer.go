// The atomic functions over unsafe.Pointer.
package main

import (
	"fmt"
	"sync/atomic"
	"unsafe"
)

type node struct{ v int }

func main() {
	var p unsafe.Pointer
	a, b := &node{1}, &node{2}
	fmt.Println(atomic.LoadPointer(&p) == nil)
	atomic.StorePointer(&p, unsafe.Pointer(a))
	fmt.Println((*node)(atomic.LoadPointer(&p)).v)
	fmt.Println(atomic.CompareAndSwapPointer(&p, unsafe.Pointer(b), nil), atomic.CompareAndSwapPointer(&p, unsafe.Pointer(a), unsafe.Pointer(b)))
	old := (*node)(atomic.SwapPointer(&p, nil))
	fmt.Println(old.v, p == nil)
}
