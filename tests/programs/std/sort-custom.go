// sort.Interface for own types, stable sorting by two keys.
package main

import (
	"fmt"
	"sort"
)

type emp struct {
	name string
	age  int
	dept string
}

type byAge []emp

func (b byAge) Len() int           { return len(b) }
func (b byAge) Less(i, j int) bool { return b[i].age < b[j].age }
func (b byAge) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	es := []emp{{"ann", 30, "x"}, {"bob", 25, "y"}, {"cid", 30, "y"}, {"dan", 20, "x"}, {"eve", 25, "x"}}
	sort.Stable(byAge(es))
	fmt.Println(es)
	sort.SliceStable(es, func(i, j int) bool { return es[i].dept < es[j].dept })
	fmt.Println(es)
	sort.Sort(sort.Reverse(sort.Reverse(byAge(es))))
	fmt.Println(sort.IsSorted(byAge(es)))
	big := make([]int, 1000)
	x := uint32(7)
	for i := range big {
		x = x*1664525 + 1013904223
		big[i] = int(x >> 20)
	}
	sort.Slice(big, func(i, j int) bool { return big[i] < big[j] })
	fmt.Println(sort.IntsAreSorted(big), big[0], big[999])
}
