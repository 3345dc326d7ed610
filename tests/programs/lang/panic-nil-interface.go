// A method call on a nil interface.
package main

import "fmt"

func describe(s fmt.Stringer) string { return s.String() }

func main() {
	fmt.Println(describe(nil))
}
