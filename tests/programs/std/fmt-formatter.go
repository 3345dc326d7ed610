// Formatter, GoStringer, State, FormatString.
package main

import "fmt"

type vec struct{ x, y float64 }

func (v vec) Format(s fmt.State, verb rune) {
	w, hasW := s.Width()
	p, hasP := s.Precision()
	fmt.Fprintf(s, "<%c %v %v %v %v", verb, w, hasW, p, hasP)
	for _, f := range "+-# 0" {
		if s.Flag(int(f)) {
			fmt.Fprintf(s, " %q", f)
		}
	}
	fmt.Fprintf(s, " %s>", fmt.FormatString(s, verb))
}

type g struct{ n int }

func (g g) GoString() string { return fmt.Sprintf("g(%d)", g.n) }
func (g g) String() string   { return "G" }

func main() {
	v := vec{1, 2}
	fmt.Printf("%v %+8.3f %#x %-5s %07d\n", v, v, v, v, v)
	fmt.Println(v)
	fmt.Printf("%v %#v %+v %s %d\n", g{1}, g{2}, g{3}, g{4}, g{5})
	fmt.Printf("%v %#v\n", []g{{1}}, []g{{1}, {2}})
	fmt.Printf("%v %#v\n", struct{ In g }{g{1}}, struct{ In g }{g{1}})
	fmt.Printf("%v %+v\n", struct{ in g }{g{1}}, struct{ in *g }{})
}
