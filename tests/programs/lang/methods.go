// Value and pointer receivers, addressability, methods on any named type.
package main

import "fmt"

type counter struct{ n int }

func (c counter) get() int { return c.n }
func (c *counter) inc()    { c.n++ }
func (c counter) lost()    { c.n = 1000 }

type ints []int

func (s ints) sum() (t int) {
	for _, v := range s {
		t += v
	}
	return
}
func (s *ints) push(v int) { *s = append(*s, v) }

type fn func(int) int

func (f fn) twice(x int) int { return f(f(x)) }

type word string

func (w word) len() int { return len(w) }

type m map[string]int

func (m m) inc(k string) { m[k]++ }

func main() {
	var c counter
	c.inc()
	(&c).inc()
	c.lost()
	p := &c
	p.inc()
	fmt.Println(c.get(), p.get(), (*p).get())
	var s ints
	s.push(3)
	s.push(4)
	fmt.Println(s, s.sum(), ints{1, 2}.sum())
	fmt.Println(fn(func(x int) int { return x * 3 }).twice(2), word("héé").len())
	mm := m{}
	mm.inc("a")
	mm.inc("a")
	fmt.Println(mm)
	cs := []counter{{1}, {2}}
	cs[0].inc()
	for i := range cs {
		cs[i].inc()
	}
	fmt.Println(cs)
	var np *nilable
	fmt.Println(np.describe())
}

type nilable struct{ v int }

func (n *nilable) describe() string {
	if n == nil {
		return "nil receiver is fine"
	}
	return "value"
}
