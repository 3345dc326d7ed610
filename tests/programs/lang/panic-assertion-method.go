// A failed assertion to an interface names the missing method.
package main

import "fmt"

type t struct{}

func main() {
	var v any = t{}
	s := v.(fmt.Stringer)
	fmt.Println(s)
}
