// The order of a map is not fixed.
package main

import "fmt"

func main() {
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	for k := range m {
		fmt.Print(k)
	}
	fmt.Println()
}
