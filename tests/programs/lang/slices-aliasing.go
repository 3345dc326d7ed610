package main

import (
	"fmt"
	"slices"
	"strings"
)

func modify(s []int) { s[0] = 99; s = append(s, 100); s[1] = 98 }
func grow(s *[]int)  { *s = append(*s, 1, 2, 3) }

type Stack []string

func (s *Stack) Push(v string) { *s = append(*s, v) }
func (s *Stack) Pop() (v string) {
	old := *s
	v, *s = old[len(old)-1], old[:len(old)-1]
	return
}
func (s Stack) Peek() string { return s[len(s)-1] }

func main() {
	a := []int{1, 2, 3}
	modify(a)
	fmt.Println(a)
	b := make([]int, 3, 10)
	modify(b)
	fmt.Println(b, b[:4], len(b), cap(b))
	grow(&a)
	fmt.Println(a, len(a), cap(a) >= 6)
	c := a[1:3]
	c = append(c, -1)
	fmt.Println(a, c, cap(c))
	d := a[1:3:3]
	d = append(d, -2)
	fmt.Println(a, d)
	arr := [5]int{1, 2, 3, 4, 5}
	brr := arr
	brr[0] = 10
	p := &arr
	p[1] = 20
	for i, v := range p {
		if i == 0 {
			p[4] = 50
		}
		fmt.Print(v, " ")
	}
	fmt.Println(arr, brr, arr == brr, len(p))
	for i, v := range arr {
		if i == 0 {
			arr[4] = -5
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	s := []int{1, 2, 3}
	for i := range s {
		s = append(s, i)
	}
	fmt.Println(s)
	var st Stack
	for _, w := range strings.Split("a b c", " ") {
		st.Push(w)
	}
	fmt.Println(st.Pop(), st.Peek(), st, len(st))
	m := [][]string{{"x"}, {}, nil}
	fmt.Println(m, len(m[1]), m[2] == nil)
	fmt.Printf("%v %q %d\n", m, m, len(m))
	n := copy(s, s[2:])
	fmt.Println(n, s)
	s = slices.Insert(s, 1, 7, 8)
	s = slices.Delete(s, 0, 1)
	fmt.Println(s, slices.Index(s, 8), slices.Contains(s, 99))
	t := append([]byte("hello "), "world"...)
	fmt.Println(string(t), t[:3])
	var nilS []int
	for range nilS {
	}
	fmt.Println(nilS == nil, len(nilS), append(nilS, nilS...) == nil, nilS[:0] == nil)
	x := [...]string{2: "c", 0: "a", 5: "f"}
	fmt.Printf("%d %q\n", len(x), x)
	y := [2][3]int{{1, 2, 3}, {4, 5, 6}}
	z := y
	z[0][0] = 9
	fmt.Println(y, z, y != z)
	sa := [3]int(s[:3])
	sp := (*[2]int)(s)
	sp[0] = 1000
	fmt.Println(sa, s[0])
	i := 0
	i, s[i] = 2, 55
	fmt.Println(i, s[:3])
	s[0], s[1], s[2] = s[2], s[0], s[1]
	fmt.Println(s[:3])
	clear(s)
	fmt.Println(s, min(3, 1, 2), max(2.5, 1))
}
