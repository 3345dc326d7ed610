// Assertions to concrete and interface types.
package main

import "fmt"

type speaker interface{ speak() string }
type runner interface{ run() string }
type dog struct{ name string }

func (d dog) speak() string { return d.name + " says woof" }
func (d dog) run() string   { return d.name + " runs" }

func main() {
	var v any = dog{"rex"}
	d := v.(dog)
	s, ok := v.(speaker)
	fmt.Println(d.name, s.speak(), ok)
	r := s.(runner)
	fmt.Println(r.run())
	_, ok = v.(*dog)
	fmt.Println(ok)
	n, ok := v.(int)
	fmt.Println(n, ok)
	var e error
	_, ok = e.(fmt.Stringer)
	fmt.Println(ok)
	if st, ok := v.(fmt.Stringer); !ok {
		fmt.Println(st == nil)
	}
	v = v.(dog).name
	fmt.Println(v.(string) + "!")
	var a, b any = 1, 1
	fmt.Println(a == b, a == 1, a == any("1"), a != nil)
}
