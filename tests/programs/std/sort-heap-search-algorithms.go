// Algorithms by hand: quicksort, mergesort, binary search, permutations, n queens.
package main

import "fmt"

func quick(a []int) {
	if len(a) < 2 {
		return
	}
	p, i := a[len(a)/2], 0
	for j, k := 0, len(a)-1; j <= k; {
		switch {
		case a[j] < p:
			a[i], a[j] = a[j], a[i]
			i++
			j++
		case a[j] > p:
			a[j], a[k] = a[k], a[j]
			k--
		default:
			j++
		}
	}
	j := i
	for j < len(a) && a[j] == p {
		j++
	}
	quick(a[:i])
	quick(a[j:])
}

func merge(a []int) []int {
	if len(a) < 2 {
		return a
	}
	l, r := merge(a[:len(a)/2]), merge(a[len(a)/2:])
	out := make([]int, 0, len(a))
	for len(l) > 0 && len(r) > 0 {
		if l[0] <= r[0] {
			out, l = append(out, l[0]), l[1:]
		} else {
			out, r = append(out, r[0]), r[1:]
		}
	}
	return append(append(out, l...), r...)
}

func perms(s string, f func(string)) {
	var rec func(string, string)
	rec = func(pre, rest string) {
		if rest == "" {
			f(pre)
			return
		}
		for i := range rest {
			rec(pre+rest[i:i+1], rest[:i]+rest[i+1:])
		}
	}
	rec("", s)
}

func queens(n int) (count int) {
	var place func(row int, cols, d1, d2 uint)
	place = func(row int, cols, d1, d2 uint) {
		if row == n {
			count++
			return
		}
		for c := range n {
			b := uint(1) << c
			e, f := uint(1)<<(row+c), uint(1)<<(row-c+n)
			if cols&b|d1&e|d2&f == 0 {
				place(row+1, cols|b, d1|e, d2|f)
			}
		}
	}
	place(0, 0, 0, 0)
	return
}

func main() {
	a := []int{5, 3, 9, 1, 5, 2, 8}
	fmt.Println(merge(a))
	quick(a)
	fmt.Println(a)
	perms("abc", func(s string) { fmt.Print(s, " ") })
	fmt.Println(queens(6))
}
