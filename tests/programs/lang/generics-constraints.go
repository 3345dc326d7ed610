// Constraints with methods, type sets, comparable, self-reference.
package main

import (
	"cmp"
	"fmt"
	"strings"
)

type stringish interface {
	~string
	Len() int
}

type name string

func (n name) Len() int { return len(n) }

func total[T stringish](xs ...T) (n int) {
	for _, x := range xs {
		n += x.Len() + len(string(x))
	}
	return
}

type comparer[T any] interface{ Compare(T) int }

type version struct{ major, minor int }

func (a version) Compare(b version) int {
	return cmp.Or(cmp.Compare(a.major, b.major), cmp.Compare(a.minor, b.minor))
}

func maxOf[T comparer[T]](first T, rest ...T) T {
	for _, r := range rest {
		if r.Compare(first) > 0 {
			first = r
		}
	}
	return first
}

func index[T comparable](xs []T, v T) int {
	for i, x := range xs {
		if x == v {
			return i
		}
	}
	return -1
}

type setter[T any] interface {
	*T
	set(string)
}

type config struct{ v string }

func (c *config) set(s string) { c.v = s }

func build[T any, P setter[T]](ss ...string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		P(&out[i]).set(s)
	}
	return out
}

func clamp[T cmp.Ordered](v, lo, hi T) T { return max(lo, min(v, hi)) }

func join[T fmt.Stringer](xs []T) string {
	var b strings.Builder
	for _, x := range xs {
		b.WriteString(x.String())
	}
	return b.String()
}

type letter rune

func (l letter) String() string { return string(rune(l)) }

func convert[To, From ~int | ~float64 | ~uint8](f From) To { return To(f) }

func main() {
	fmt.Println(total(name("abc"), name("de")))
	fmt.Println(maxOf(version{1, 2}, version{1, 10}, version{0, 99}))
	fmt.Println(index([]string{"a", "b"}, "b"), index([]any{1, "x"}, any("x")))
	fmt.Println(build[config]("p", "q"))
	fmt.Println(clamp(15, 0, 10), clamp("m", "a", "f"), clamp(-0.5, 0, 1))
	fmt.Println(join([]letter{'h', 'i'}))
	fmt.Println(convert[int](3.9), convert[uint8](300), convert[float64](7))
}
