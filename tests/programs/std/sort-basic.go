// package sort: the ready-made sorters and searchers.
package main

import (
	"fmt"
	"sort"
)

func main() {
	i := []int{3, 1, 2}
	f := []float64{2.5, -1, 0}
	s := []string{"pear", "apple", "fig"}
	fmt.Println(sort.IntsAreSorted(i), sort.Float64sAreSorted(f), sort.StringsAreSorted(s))
	sort.Ints(i)
	sort.Float64s(f)
	sort.Strings(s)
	fmt.Println(i, f, s, sort.IntsAreSorted(i), sort.Float64sAreSorted(f), sort.StringsAreSorted(s))
	fmt.Println(sort.SearchInts(i, 2), sort.SearchInts(i, 9), sort.SearchFloat64s(f, 0), sort.SearchStrings(s, "b"))
	fmt.Println(sort.Search(100, func(n int) bool { return n*n >= 50 }))
	n, found := sort.Find(len(s), func(k int) int {
		switch {
		case "fig" < s[k]:
			return -1
		case "fig" > s[k]:
			return 1
		}
		return 0
	})
	fmt.Println(n, found)
	sort.Sort(sort.Reverse(sort.IntSlice(i)))
	sort.Stable(sort.Reverse(sort.StringSlice(s)))
	sort.Sort(sort.Float64Slice(f))
	fmt.Println(i, s, f, sort.IsSorted(sort.IntSlice(i)))
	sort.Slice(s, func(a, b int) bool { return len(s[a]) < len(s[b]) })
	fmt.Println(s, sort.SliceIsSorted(s, func(a, b int) bool { return len(s[a]) < len(s[b]) }))
	is := sort.IntSlice{5, 4}
	is.Sort()
	ss := sort.StringSlice{"b", "a"}
	ss.Sort()
	fs := sort.Float64Slice{2, 1}
	fs.Sort()
	fmt.Println(is, is.Search(5), ss, ss.Search("b"), fs, fs.Search(1.5), is.Len(), is.Less(0, 1))
}
