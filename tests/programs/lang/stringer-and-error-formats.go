// How user types with methods print.
package main

import "fmt"

type color int

const (
	red color = iota
	green
)

func (c color) String() string {
	switch c {
	case red:
		return "red"
	case green:
		return "green"
	}
	return fmt.Sprintf("color(%d)", int(c))
}

type temp float64

func (t temp) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

type pt struct{ c color }

func (p *pt) String() string { return "ptr " + p.c.String() }

type e struct{ code int }

func (x e) Error() string  { return fmt.Sprint("e", x.code) }
func (x e) String() string { return "not used" }

type gs struct{}

func (gs) GoString() string { return "gs!" }

type panicky struct{}

func (*panicky) String() string { panic("inside") }

func main() {
	fmt.Println(red, green, color(7), temp(36.6))
	fmt.Printf("%v %d %s %q %x %T\n", green, green, green, green, green, green)
	fmt.Println(pt{green}, &pt{green}, []color{red, green}, map[color]temp{red: 1})
	fmt.Println(e{4}, []error{e{1}}, struct{ c color }{green})
	fmt.Printf("%#v %#v %#v %+v\n", gs{}, green, pt{red}, &pt{red})
	fmt.Printf("%s %v\n", &panicky{}, (*panicky)(nil))
	var np *pt
	fmt.Printf("%v\n", np)
	var st fmt.Stringer
	fmt.Println(st)
}
