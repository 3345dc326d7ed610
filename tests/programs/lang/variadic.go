// Variadic parameters: sharing, nil, mixed with any.
package main

import "fmt"

func set(xs ...int) {
	if len(xs) > 0 {
		xs[0] = 100
	}
}

func info(xs ...any) { fmt.Println(len(xs), xs == nil, xs) }

func wrap(format string, args ...any) string { return "[" + fmt.Sprintf(format, args...) + "]" }

type opt func(*conf)
type conf struct {
	n int
	s string
}

func withN(n int) opt    { return func(c *conf) { c.n = n } }
func withS(s string) opt { return func(c *conf) { c.s = s } }
func build(opts ...opt) conf {
	c := conf{1, "default"}
	for _, o := range opts {
		o(&c)
	}
	return c
}

func main() {
	s := []int{1, 2, 3}
	set(s...)
	fmt.Println(s)
	set(1, 2)
	info()
	info(nil)
	info(nil...)
	info(1, "a", nil)
	info([]any{1, 2}...)
	info([]any{1, 2})
	info([]int{1, 2})
	fmt.Println(wrap("%d-%s", 1, "x"), wrap("none"))
	fmt.Println(build(), build(withN(5), withS("x")))
	f := func(pre string, ns ...int) string { return pre + fmt.Sprint(ns) }
	fmt.Println(f("p"), f("q", s[1:]...))
}
