// Each iteration has its own variable.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i := 0; i < 3; i++ {
		ps = append(ps, &i)
		if i == 0 {
			defer func() { fmt.Println("deferred", i) }()
		}
	}
	for i, v := range []string{"a", "b"} {
		defer func() { fmt.Println(i, v) }()
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	var inc func()
	for i := 0; i < 6; i++ {
		if i == 0 {
			inc = func() { i++ }
		}
		inc()
		fmt.Print(i, " ")
	}
	fmt.Println()
}
