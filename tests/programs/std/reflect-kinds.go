// The kinds of reflect and the errors of its methods.
package main

import (
	"fmt"
	"reflect"
	"text/tabwriter"
	"unsafe"
)

func main() {
	kinds := []reflect.Kind{reflect.Invalid, reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32, reflect.Float64,
		reflect.Complex64, reflect.Complex128, reflect.Array, reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer,
		reflect.Slice, reflect.String, reflect.Struct, reflect.UnsafePointer}
	for i, k := range kinds {
		fmt.Print(int(k) == i, " ", k.String(), " ")
	}
	fmt.Println()
	for _, x := range []any{false, int8(1), int16(1), int32(1), int64(1), uint16(1), uint32(1), uint64(1), uintptr(1), float32(1), complex64(1), unsafe.Pointer(nil)} {
		var t reflect.Type = reflect.TypeOf(x)
		fmt.Print(t.Kind(), " ")
	}
	fmt.Println()
	var v reflect.Value
	defer func() {
		e := recover().(*reflect.ValueError)
		fmt.Println(e.Error(), e.Method, e.Kind)
	}()
	var dir reflect.SelectDir = reflect.SelectDefault
	fmt.Println(int(dir), v.String(), byte(tabwriter.Escape))
	v.Int()
}
