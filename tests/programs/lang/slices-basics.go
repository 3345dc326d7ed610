// Slicing shares memory; three-index slices limit capacity.
package main

import "fmt"

func main() {
	a := [6]int{0, 1, 2, 3, 4, 5}
	s := a[1:4]
	fmt.Println(s, len(s), cap(s))
	s[0] = 10
	s = append(s, 40)
	fmt.Println(a)
	t := a[1:3:3]
	fmt.Println(len(t), cap(t))
	t = append(t, 99)
	t[0] = -1
	fmt.Println(a, t)
	fmt.Println(s[:2], s[2:], s[:], s[1:1], s[:5], s[4:5])
	u := make([]int, 2, 5)
	fmt.Println(u, len(u), cap(u), u[:4])
	v := []int{5: 1, 2, 0: 7}
	fmt.Println(v, len(v))
	var n []int
	fmt.Println(n == nil, len(n), n[:0] == nil, n[0:0] == nil, []int{} == nil)
	for i, x := range s {
		s = append(s, x)
		if i > 10 {
			break
		}
	}
	fmt.Println(len(s))
	copyOf := append([]int(nil), s...)
	copyOf[0] = 77
	fmt.Println(s[0], copyOf[0])
	nested := [][]int{{1}, {2, 3}, {}}
	nested[2] = append(nested[2], 4)
	fmt.Println(nested)
}
