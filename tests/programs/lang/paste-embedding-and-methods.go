// Embedding that shadows and promotes, method values, interfaces of embedded types, comparison, copies.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type Animal interface {
	Name() string
	Sound() string
}

type Base struct{ name string }

func (b Base) Name() string     { return b.name }
func (b *Base) Rename(n string) { b.name = n }
func (Base) Sound() string      { return "..." }

type Dog struct {
	Base
	tricks []string
}

func (d Dog) Sound() string { return "woof" }

type Puppy struct {
	*Dog
	age int
}

func (p Puppy) Name() string { return "little " + p.Dog.Name() }

type byName []Animal

func (b byName) Len() int           { return len(b) }
func (b byName) Less(i, j int) bool { return b[i].Name() < b[j].Name() }
func (b byName) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type handlerFunc func(string) string

func (f handlerFunc) Serve(s string) string { return f(s) }

type chain []func(handlerFunc) handlerFunc

func (c chain) then(h handlerFunc) handlerFunc {
	for i := len(c) - 1; i >= 0; i-- {
		h = c[i](h)
	}
	return h
}

type temperature float64

type weekday int

const (
	sunday weekday = iota
	monday
)

func (d weekday) String() string { return [...]string{"Sun", "Mon"}[d] }

func main() {
	d := Dog{Base: Base{"rex"}}
	d.Rename("max")
	p := Puppy{&d, 1}
	p.Rename("tim")
	list := byName{p, d, Base{"cat"}, &d}
	sort.Sort(list)
	for _, a := range list {
		fmt.Printf("%T %s %s\n", a, a.Name(), a.Sound())
	}
	name := d.Name
	d.Rename("changed")
	fmt.Println(name(), d.Name(), Dog.Sound(d), (*Base).Name(&d.Base))
	rename := (*Base).Rename
	rename(&d.Base, "by expression")
	fmt.Println(d.Base, p.name, p.Dog.Base.name)

	logged := func(tag string) func(handlerFunc) handlerFunc {
		return func(next handlerFunc) handlerFunc {
			return func(s string) string { return tag + "(" + next.Serve(s) + ")" }
		}
	}
	fmt.Println(chain{logged("a"), logged("b")}.then(strings.ToUpper)("x"))

	type pair struct {
		a any
		b [2]string
	}
	x, y := pair{1, [2]string{"p", "q"}}, pair{1, [2]string{"p", "q"}}
	fmt.Println(x == y, x.a == y.a, any(x) == any(y), any(1) == any(int64(1)))
	m := map[any]string{1: "int", "1": "string", 1.0: "float", pair{}: "pair", [1]int{1}: "array", monday: "day"}
	fmt.Println(m[1], m["1"], m[1.0], m[pair{}], m[[1]int{1}], m[weekday(1)], len(m))
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(m[[]int{1}])
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(any([]int{1}) == any([]int{1}))
	}()
	arr := [3]int{1, 2, 3}
	brr := arr
	brr[0] = 100
	s := arr[:]
	s[1] = 200
	t := append(s[:1:1], 300)
	fmt.Println(arr, brr, s, t, len(t), cap(s[1:2]))
	var a Animal
	_, ok := a.(Dog)
	fmt.Println(ok, a == nil, fmt.Sprint(temperature(36.6)), monday, []weekday{0, 1}, map[weekday]int{monday: 1})
	if n, ok := Animal(p).(interface{ Rename(string) }); ok {
		n.Rename("via interface")
	}
	fmt.Println(d.name)
	var nilDog *Dog
	defer func() { fmt.Println(recover()) }()
	fmt.Println(Animal(nilDog).Sound())
}
