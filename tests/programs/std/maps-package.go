// package maps.
package main

import (
	"fmt"
	"maps"
	"slices"
)

func main() {
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	c := maps.Clone(m)
	c["d"] = 4
	fmt.Println(m, c, maps.Equal(m, c), maps.Equal(m, maps.Clone(m)))
	maps.Copy(m, map[string]int{"a": 100, "z": 26})
	fmt.Println(m)
	maps.DeleteFunc(m, func(k string, v int) bool { return v > 50 })
	fmt.Println(m)
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	n := 0
	for k, v := range maps.All(m) {
		n += len(k) * v
	}
	fmt.Println(n)
	fmt.Println(maps.Collect(slices.All([]string{"x", "y"})))
	maps.Insert(m, maps.All(map[string]int{"q": 9}))
	fmt.Println(m)
	fmt.Println(maps.EqualFunc(map[int]string{1: "1"}, map[int]int{1: 1}, func(a string, b int) bool { return a == fmt.Sprint(b) }))
	fmt.Println(maps.Clone(map[int]int(nil)) == nil)
}
