// Maps: literals, lookup, comma-ok, deletion, nested, struct keys.
package main

import "fmt"

type point struct{ x, y int }

func main() {
	m := map[string]int{"one": 1, "two": 2}
	m["three"] = 3
	m["one"]++
	m["four"] += 4
	v, ok := m["five"]
	fmt.Println(v, ok, len(m), m)
	if _, ok := m["two"]; ok {
		delete(m, "two")
	}
	fmt.Println(m)
	p := map[point]string{{1, 2}: "a", {3, 4}: "b"}
	fmt.Println(p[point{1, 2}], p[point{0, 0}] == "", p)
	nested := map[string]map[string]int{}
	for _, k := range []string{"x", "y", "x"} {
		if nested[k] == nil {
			nested[k] = map[string]int{}
		}
		nested[k]["n"]++
	}
	fmt.Println(nested)
	lists := map[bool][]int{}
	for i := range 6 {
		lists[i%2 == 0] = append(lists[i%2 == 0], i)
	}
	fmt.Println(lists)
	anyKeys := map[any]string{1: "int", "1": "string", 1.5: "float", true: "bool", point{}: "point", nil: "nil"}
	fmt.Println(anyKeys[1], anyKeys["1"], anyKeys[1.5], anyKeys[true], anyKeys[point{}], anyKeys[nil], anyKeys[int8(1)] == "")
	arr := map[[2]int]int{{1, 2}: 3}
	fmt.Println(arr[[2]int{1, 2}])
	fs := map[string]func(int) int{"double": func(n int) int { return n * 2 }}
	fmt.Println(fs["double"](21))
	alias := m
	alias["new"] = 9
	fmt.Println(m["new"], len(make(map[int]int, 100)))
}
