// range over functions: push iterators, early exit, nesting.
package main

import "fmt"

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Println("iterator done")
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func pairs(ss ...string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i, s := range ss {
			if !yield(i, s) {
				return
			}
		}
	}
}

func forever(yield func() bool) {
	for yield() {
	}
}

func find(n int) string {
	for i := range count(10) {
		if i == n {
			return fmt.Sprint("found ", i)
		}
	}
	return "none"
}

func main() {
	for i := range count(3) {
		fmt.Println(i)
	}
	for i := range count(10) {
		if i == 1 {
			continue
		}
		if i == 3 {
			break
		}
		fmt.Println(i)
	}
	for i, s := range pairs("a", "b") {
		fmt.Println(i, s)
	}
	for i := range pairs("x", "y", "z") {
		fmt.Print(i, " ")
	}
	k := 0
	for range forever {
		if k++; k == 4 {
			break
		}
	}
	fmt.Println(k, find(2))
outer:
	for i := range count(5) {
		for _, s := range pairs("p", "q") {
			if s == "q" {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Println(i, s)
		}
	}
}
