// The newer packages together: slices, maps, cmp, strings' iterators, min, max, clear.
package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

type employee struct {
	Name   string
	Dept   string
	Salary int
}

func groupBy[K comparable, V any](xs []V, key func(V) K) map[K][]V {
	m := make(map[K][]V)
	for _, x := range xs {
		m[key(x)] = append(m[key(x)], x)
	}
	return m
}

func reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}

type set[T comparable] map[T]struct{}

func (s set[T]) add(xs ...T) set[T] {
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}

func main() {
	staff := []employee{{"ann", "dev", 100}, {"bob", "ops", 80}, {"cid", "dev", 120}, {"dan", "ops", 80}, {"eve", "hr", 70}}
	slices.SortStableFunc(staff, func(a, b employee) int {
		return cmp.Or(-cmp.Compare(a.Salary, b.Salary), strings.Compare(a.Name, b.Name))
	})
	fmt.Println(staff)
	groups := groupBy(staff, func(e employee) string { return e.Dept })
	for _, d := range slices.Sorted(maps.Keys(groups)) {
		fmt.Printf("%-4s %3d %v\n", d, reduce(groups[d], 0, func(n int, e employee) int { return n + e.Salary }), groups[d])
	}
	i, found := slices.BinarySearchFunc(staff, 80, func(e employee, n int) int { return cmp.Compare(n, e.Salary) })
	fmt.Println(i, found, slices.ContainsFunc(staff, func(e employee) bool { return e.Dept == "hr" }))
	fmt.Println(slices.MaxFunc(staff, func(a, b employee) int { return cmp.Compare(a.Name, b.Name) }))
	xs := []int{3, 1, 4, 1, 5, 9, 2, 6, 5, 3}
	ys := slices.Clone(xs)
	slices.Sort(ys)
	fmt.Println(xs, ys, slices.Compact(slices.Clone(ys)), slices.Index(xs, 4), slices.Equal(xs, ys), slices.Compare(xs, ys))
	ys = slices.Insert(ys, 2, 100, 200)
	ys = slices.Delete(ys, 0, 2)
	ys = slices.Replace(ys, 0, 1, -1, -2)
	fmt.Println(ys, slices.Min(ys), slices.Max(ys), min(3, 1, 2), max(2.5, 1), min("b", "a"))
	slices.Reverse(ys)
	ys = slices.DeleteFunc(ys, func(n int) bool { return n%2 == 0 })
	fmt.Println(ys, slices.Concat(ys, []int{7}), slices.Repeat([]int{1, 2}, 2), slices.Grow(ys, 10)[:len(ys)])
	s := set[string]{}.add("x", "y", "x")
	fmt.Println(len(s), slices.Sorted(maps.Keys(s)))
	m := map[string]int{"a": 1, "b": 2}
	n := maps.Clone(m)
	n["c"] = 3
	maps.DeleteFunc(n, func(k string, v int) bool { return v == 1 })
	maps.Copy(m, n)
	fmt.Println(m, n, maps.Equal(m, n), slices.Sorted(maps.Values(m)))
	clear(n)
	fmt.Println(len(n), n)
	words := strings.FieldsFunc("The quick, brown fox; jumps!", func(r rune) bool { return !unicode.IsLetter(r) })
	counts := map[int][]string{}
	for _, w := range words {
		counts[len(w)] = append(counts[len(w)], strings.ToLower(w))
	}
	fmt.Println(counts)
	for part := range strings.SplitSeq("a,b,c", ",") {
		fmt.Print(part, " ")
	}
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok)
	var b strings.Builder
	for i := range 3 {
		fmt.Fprintf(&b, "%d-", i)
	}
	fmt.Println(strings.TrimSuffix(b.String(), "-"), b.Len(), strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return unicode.ToLower(r)
		}
		return unicode.ToUpper(r)
	}, "Hello Wörld"), strings.NewReplacer("a", "1", "b", "2").Replace("abc"), strings.EqualFold("Straße", "STRASSE"))
}
