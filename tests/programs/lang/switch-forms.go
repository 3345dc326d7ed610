// Expression switches of every form.
package main

import "fmt"

func kind(n int) string {
	switch {
	case n < 0:
		return "negative"
	case n == 0:
		return "zero"
	case n < 10, n == 100:
		return "small"
	default:
		return "big"
	}
}

func call(s string, v int) int {
	fmt.Print(s, " ")
	return v
}

func main() {
	fmt.Println(kind(-1), kind(0), kind(5), kind(100), kind(50))
	switch x := 2; x {
	case 1:
		fmt.Println("one")
	case 2:
		fmt.Println("two")
		fallthrough
	case 3:
		fmt.Println("three too")
	case 4:
		fmt.Println("not four")
	}
	switch call("tag", 2) {
	case call("a", 1), call("b", 2), call("c", 3):
		fmt.Println("matched")
	case call("d", 4):
	}
	switch "x" {
	default:
		fmt.Println("default first")
	case "y":
		fmt.Println("y")
	}
	switch s := "abc"; {
	case len(s) == 3:
		fmt.Println(s)
		if s == "abc" {
			break
		}
		fmt.Println("skipped")
	}
	switch {
	}
	switch x := any(3); x {
	case "3":
		fmt.Println("string")
	case 3:
		fmt.Println("int 3")
	}
	switch f := 1.5; {
	default:
		fmt.Println("f", f)
		fallthrough
	case f > 2:
		fmt.Println("fell from default")
	}
}
