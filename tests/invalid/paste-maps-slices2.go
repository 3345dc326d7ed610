package main

import "fmt"

func main() {
	m := map[string]int{"a": 1}
	m.b = 3
	m["x"] = "y"
	for k, v := range m {
	}
	s := []int{1, 2, 3}
	s.append(4)
	s = append(s, "x")
	append(s, 1)
	s["a"] = 1
	var arr [3]int = s
	fmt.Println(len(5), cap(m), s, arr)
}
