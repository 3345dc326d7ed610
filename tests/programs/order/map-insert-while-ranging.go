// A key inserted during the loop may be seen or not.
package main

import "fmt"

func main() {
	m := map[int]bool{1: true}
	n := 0
	for range m {
		n++
		if n == 1 {
			m[2] = true
		}
	}
	fmt.Println(n)
}
