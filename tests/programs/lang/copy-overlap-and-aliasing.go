// copy with overlap, append into shared arrays, clearing, deleting in place.
package main

import "fmt"

func remove(s []int, i int) []int { return append(s[:i], s[i+1:]...) }

func filter(s []int, keep func(int) bool) []int {
	out := s[:0]
	for _, v := range s {
		if keep(v) {
			out = append(out, v)
		}
	}
	clear(s[len(out):])
	return out
}

func main() {
	a := []int{1, 2, 3, 4, 5}
	copy(a[1:], a)
	fmt.Println(a)
	copy(a, a[2:])
	fmt.Println(a)
	b := []int{1, 2, 3, 4, 5}
	c := remove(b, 1)
	fmt.Println(b, c)
	d := []int{1, 2, 3, 4, 5, 6}
	e := filter(d, func(v int) bool { return v%2 == 0 })
	fmt.Println(d, e, len(e), cap(e))
	f := make([]int, 3, 10)
	g := append(f, 1)
	h := append(f, 2)
	fmt.Println(g[3], h[3], len(f))
	i := append(f[:1:1], 9)
	fmt.Println(f, i)
	j := [5]int{1, 2, 3, 4, 5}
	k := j[:]
	k[0] = 100
	l := j
	l[1] = 200
	fmt.Println(j, l, len(k[2:4]), cap(k[2:4]))
	stack := []string{}
	stack = append(stack, "a", "b", "c")
	top, stack := stack[len(stack)-1], stack[:len(stack)-1]
	fmt.Println(top, stack)
	queue := []int{1, 2, 3}
	head, queue := queue[0], queue[1:]
	fmt.Println(head, queue, append([]int{0}, queue...))
	s := append([]byte("hello "), "world"...)
	fmt.Println(string(s), string(append(s[:0:0], s[6:]...)))
}
