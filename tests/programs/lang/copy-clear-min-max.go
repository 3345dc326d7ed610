// copy, clear, min, max, delete.
package main

import "fmt"

func main() {
	s := []int{1, 2, 3, 4, 5}
	fmt.Println(copy(s[2:], s), s)
	fmt.Println(copy(s, []int{9, 8}), s)
	b := make([]byte, 3)
	fmt.Println(copy(b, "hello"), string(b))
	clear(s[1:3])
	fmt.Println(s)
	m := map[string]int{"a": 1, "b": 2}
	delete(m, "a")
	delete(m, "zz")
	fmt.Println(m)
	clear(m)
	fmt.Println(m, len(m))
	x, y := 3, 7
	fmt.Println(min(x, y), max(x, y, 5), min(2.5, float64(x)), max("a", "b", "ab"), min(1, 2.5))
	const c = max(1, 2, 3.5)
	fmt.Println(c)
	var nm map[string]int
	delete(nm, "x")
	clear(nm)
	fmt.Println(nm == nil, nm["x"], len(nm))
}
