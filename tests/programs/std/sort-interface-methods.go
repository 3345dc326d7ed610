// The methods of the ready-made sort types.
package main

import (
	"fmt"
	"sort"
)

func bubble(x sort.Interface) {
	for i := range x.Len() {
		for j := i; j > 0 && x.Less(j, j-1); j-- {
			x.Swap(j, j-1)
		}
	}
}

func main() {
	i, f, s := sort.IntSlice{3, 1, 2}, sort.Float64Slice{2.5, 1.5}, sort.StringSlice{"b", "a"}
	bubble(i)
	bubble(f)
	bubble(s)
	fmt.Println(i, f, s, f.Len(), s.Len(), f.Less(0, 1), s.Less(1, 0))
	i.Swap(0, 2)
	f.Swap(0, 1)
	s.Swap(0, 1)
	bubble(sort.Reverse(i))
	fmt.Println(i, f, s)
}
