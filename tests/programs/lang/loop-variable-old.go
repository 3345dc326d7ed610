//go:build go1.21

// With go1.21 all iterations share one variable.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var gs []func() string
	for i, v := range []string{"a", "b", "c"} {
		gs = append(gs, func() string { return fmt.Sprint(i, v) })
	}
	for _, g := range gs {
		fmt.Print(g(), " ")
	}
	fmt.Println()
}
