// Verbs with width, precision and flags, as tables use them.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type level int

const (
	low level = iota
	high
)

func (l level) String() string { return [...]string{"low", "high"}[l] }

type money float64

func (m money) Format(f fmt.State, verb rune) {
	w, hasW := f.Width()
	p, hasP := f.Precision()
	fmt.Fprintf(f, "<%c %d %v %d %v %v>", verb, w, hasW, p, hasP, f.Flag('+'))
}

type inner struct {
	A int
	B *string
}

type outer struct {
	inner
	Name  string
	Tags  []string
	Attrs map[string]any
	Lvl   level
	err   error
	fn    func()
	ch    chan int
	iface fmt.Stringer
	arr   [2]bool
	bytes []byte
}

func main() {
	fmt.Println(strings.Repeat("-", 40))
	for _, r := range []struct {
		name string
		qty  int
		cost float64
	}{{"apple", 3, 1.255}, {"watermelon", 12, 100}, {"梨", -7, 0.001}} {
		fmt.Printf("|%-12s|%6d|%+6d|%06d|%10.2f|%-10.3e|%g|\n", r.name, r.qty, r.qty, r.qty, r.cost, r.cost, r.cost)
	}
	fmt.Printf("%5t|%-7t|%q|%-8q|%#q|%x|% x|%X|%08b|%o|%#o|%O\n", true, false, "a\"b", 'x', "raw", "hi", "hi", "hi", 5, 64, 64, 64)
	fmt.Printf("%U|%#U|%c|%d|%*d|%-*d|%.*f\n", '⌘', '⌘', 0x1F600, []int{1, 2}, 5, 42, 5, 42, 2, 3.14159)
	fmt.Printf("%[2]d %[1]d %d|%[3]*.[2]*[1]f|%[5]d|%d|%!|%z\n", 1, 2, 8)
	fmt.Printf("%d %s\n", "text", 5)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%v %+v %s %d\n", low, high, high, high)
	fmt.Printf("%v|%+8.3f|%s\n", money(1), money(2), money(3))
	o := outer{inner: inner{A: 1}, Name: "n", Tags: []string{"x", "y z"}, Attrs: map[string]any{"b": 1, "a": nil}, Lvl: high, bytes: []byte("hi")}
	fmt.Printf("%v\n%+v\n", o, o)
	fmt.Printf("%#v\n", inner{A: 2})
	fmt.Printf("%#v %#v %#v %#v %#v %#v\n", []string{"a"}, map[string]int{"z": 1, "y": 2}, low, struct{ X any }{1.5}, [2]*int{}, []byte{1})
	fmt.Printf("%T %T %T %T %T\n", o, &o, o.Attrs, o.fn, struct{ A, B int }{})
	fmt.Printf("%6.2f%%|%+d|% d|%x|%X|%#x|%e\n", 99.5, 5, 5, -255, 255, 255, 123456.789)
	fmt.Printf("%v %v %v %.3v %10v|%-10v|\n", 1e6, 1e21, 1e-7, 3.14159, "r", "l")
	fmt.Printf("%s %v %d\n", []byte("bytes"), []byte("b"), []byte("b"))
	fmt.Printf("%s|%10s|%.2s|%q\n", []string{"a", "b"}, []string{"c"}, "héllo", []string{"d e"})
	fmt.Printf("%v %s\n", errors.Join(errors.New("1"), errors.New("2")), error(nil))
	fmt.Printf("%t %v %p\n", "x", nil, nil)
	fmt.Printf("%08.3f|%+08d|%-08d|%x|%t\n", -3.14159, 42, 42, 3.5, 1)
	fmt.Printf("%3c|%-3c|%03d|%+.2e|%6d|%-6d|\n", 'a', 'b', 7, 12345.678, 42, 42)
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, 'x'), fmt.Sprintln("end", 1))
}
