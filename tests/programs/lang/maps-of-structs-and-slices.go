// Updating struct values in maps, grouping, inverting, sets, counting with default zero.
package main

import (
	"fmt"
	"sort"
)

type stat struct{ n, sum int }

func main() {
	m := map[string]stat{}
	for i, k := range []string{"a", "b", "a", "c", "a"} {
		s := m[k]
		s.n++
		s.sum += i
		m[k] = s
	}
	fmt.Println(m)
	p := map[string]*stat{}
	for _, k := range []string{"x", "y", "x"} {
		if p[k] == nil {
			p[k] = &stat{}
		}
		p[k].n++
	}
	fmt.Println(p["x"].n, p["y"].n)
	inv := map[int][]string{}
	for k, s := range m {
		inv[s.n] = append(inv[s.n], k)
	}
	for _, v := range inv {
		sort.Strings(v)
	}
	fmt.Println(inv)
	type key struct {
		a string
		b int
	}
	grid := map[key]bool{{"x", 1}: true, {"y", 2}: false}
	_, ok := grid[key{"y", 2}]
	_, ok2 := grid[key{"y", 3}]
	fmt.Println(ok, ok2, len(grid))
	set := map[int]struct{}{}
	for _, v := range []int{3, 1, 3, 2, 1} {
		set[v] = struct{}{}
	}
	fmt.Println(len(set), set)
	nested := map[string]map[string][]int{"o": {"i": {1, 2}}}
	nested["o"]["i"][0] = 9
	nested["o"]["new"] = append(nested["o"]["new"], 5)
	fmt.Println(nested, nested["none"]["none"] == nil)
	ff := map[bool]string{true: "yes", false: "no"}
	fmt.Println(ff[1 > 2], ff[len(ff) == 2])
	delete(nested, "o")
	fmt.Println(nested)
}
