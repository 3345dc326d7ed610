// Untyped booleans, shifts of untyped constants, mixed arithmetic.
package main

import "fmt"

type flag bool

func main() {
	var f flag = 1 < 2
	g := 3 > 2 && f == true
	fmt.Println(f, g)
	fmt.Printf("%T %T\n", f, 1 < 2)
	s := uint(3)
	var i = 1 << s
	var j int32 = 1 << s
	var k = uint64(1 << s)
	var w int64 = 1.0 << 33
	var b byte = 1<<s + 1
	fmt.Println(i, j, k, w, b)
	fmt.Printf("%T\n", 1<<s)
	var x float64 = 3
	fmt.Println(x*2, 2*x/4, x+1<<2)
	var r rune = 'a' + 2
	var u = 'a' * 1.0
	fmt.Println(r, u, string(r))
	fmt.Printf("%T %T %T\n", 'a'+1, 'a'+1.0, 2*1i)
	arr := [1 << 3]int{}
	fmt.Println(len(arr), arr[1<<s-1])
}
