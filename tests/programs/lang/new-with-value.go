// new takes an expression since Go 1.26.
package main

import "fmt"

func main() {
	p := new(42)
	s := new("text")
	*p++
	fmt.Println(*p, *s)
	type opt struct {
		n *int
		b *bool
	}
	o := opt{n: new(7), b: new(len(*s) == 4)}
	fmt.Println(*o.n, *o.b)
	fmt.Printf("%T %T\n", new(1.5), new(int8(3)))
}
