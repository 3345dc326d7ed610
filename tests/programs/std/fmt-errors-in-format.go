// What fmt prints for bad formats.
package main

import "fmt"

func main() {
	format := "%d %d\n"
	fmt.Printf(format, 1)
	format = "%d\n"
	fmt.Printf(format, 1, 2, "x")
	fmt.Println()
	fmt.Printf(format, "s")
	format = "%!\n"
	fmt.Printf(format, 1)
	format = "%z %-+8y|\n"
	fmt.Printf(format, 3, []int{1})
	format = "%"
	fmt.Printf(format, 1)
	fmt.Println()
	format = "%[5]d %[0]d %[x]d\n"
	fmt.Printf(format, 1)
	format = "%*d %.*f\n"
	fmt.Printf(format, "a", 1, "b", 2.0)
	format = "%s %d\n"
	fmt.Printf(format, nil, nil)
	fmt.Printf(format, struct{ a int }{1}, struct{ s string }{"x"})
	format = "%s\n"
	fmt.Printf(format, []any{1, "a", nil, 2.5})
	format = "no verbs"
	fmt.Printf(format, 1)
	fmt.Println()
	fmt.Printf("%[1]d %[1]x %[1]o\n", 10)
	fmt.Printf("%.d|%5.d|%.f\n", 0, 0, 2.6)
	format = "%w %v\n"
	fmt.Printf(format, 1, 2)
}
