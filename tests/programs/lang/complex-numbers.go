// complex64 and complex128.
package main

import "fmt"

func main() {
	a := 1 + 2i
	b := complex(3, -1)
	fmt.Println(a+b, a-b, a*b, a/b, -a)
	fmt.Println(real(a), imag(b), a == b, a != b, a == 1+2i)
	var c complex64 = 2i
	c *= c
	fmt.Println(c, real(c), imag(c))
	fmt.Printf("%v %.2f %T %T\n", a, b, a, c)
	var z complex128
	fmt.Println(z, complex128(c))
}
