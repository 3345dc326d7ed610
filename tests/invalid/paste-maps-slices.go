package main

import "fmt"

func main() {
	m := map[string]int{"a": 1, "a": 2}
	m.b = 3
	m["x"] = "y"
	for k, v, i := range m {
	}
	s := []int{1, 2, 3,}
	s.append(4)
	s = append(s, "x")
	append(s, 1)
	s[1.5] = 2
	s["a"] = 1
	var arr [3]int = s
	arr[5] = 1
	fmt.Println(len(5), cap(m), s, arr, delete(m, "a"))
}
