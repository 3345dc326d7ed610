package main

import "unsafe"

func main() {
	_ = unsafe.Sizeof()
	_ = unsafe.Pointer(5)
	var p unsafe.Pointer = &main
	_ = unsafe.Foo
	var f float64 = *(*float64)(5)
	_, _ = p, f
}
