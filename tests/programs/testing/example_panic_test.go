package ex

import "fmt"

func Example_boom() {
	fmt.Println("x")
	panic("boom")
	// Output: x
}
