// A failed assertion to a concrete type.
package main

func main() {
	var v any = "text"
	n := v.(int)
	println(n)
}
