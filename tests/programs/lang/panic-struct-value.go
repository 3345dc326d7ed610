// A struct as panic value is printed as type and address.
package main

type info struct{ a, b int }

func main() {
	panic(info{1, 2})
}
