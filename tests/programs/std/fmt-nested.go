package main

import (
	"errors"
	"fmt"
	"time"
)

type Inner struct {
	A int
	B *int
	C []string
}
type Outer struct {
	Name string
	In   Inner
	P    *Inner
	M    map[string]Inner
	I    interface{}
	E    error
	F    func()
	Ch   chan int
	Arr  [2]bool
	D    time.Duration
	by   []byte
	r    rune
	u    uint8
	c    complex64
	anon struct{ X, Y float32 }
}
type Str string
type Num int

func (n Num) String() string { return fmt.Sprintf("Num(%d)", int(n)) }

type G struct{ n int }

func (g G) GoString() string { return "G!" }

type PS struct{ x int }

func (p *PS) String() string { return fmt.Sprint("PS", p.x) }

func main() {
	o := Outer{Name: "o", In: Inner{1, nil, []string{"x", "y z"}}, M: map[string]Inner{"b": {}, "a": {A: 2}}, I: Num(3), E: errors.New("err"), D: 90 * time.Second, by: []byte("hi"), r: 'é', u: 7, c: 1 + 2i}
	fmt.Printf("%v\n", o)
	fmt.Printf("%+v\n", o)
	o.P = nil
	o.E = nil
	fmt.Printf("%#v\n", o)
	fmt.Printf("%v %+v\n", &o.In, &o.In)
	fmt.Printf("%v %+v %#v\n", Str("s"), Num(4), Num(4))
	fmt.Printf("%v %v\n", []Num{1, 2}, map[Num]Num{2: 3, 1: 9})
	fmt.Printf("%d %x\n", []Num{10, 20}, []Num{10, 20})
	fmt.Printf("%#v %#v\n", G{1}, []G{{1}, {2}})
	fmt.Println(PS{1}, &PS{2}, []*PS{}, []PS{{3}}, struct{ P PS }{PS{4}})
	fmt.Printf("%s %v %d\n", []string{"a", "b"}, []string{"a", "b"}, []int(nil))
	fmt.Printf("%q %#q %+q %x % x %X\n", "héllo\n", "raw", "héllo", "héllo", "héllo", []byte("hé"))
	fmt.Printf("%v %s %x %d %q\n", []byte("abc"), []byte("abc"), []byte("abc"), []byte("abc"), []byte("abc"))
	fmt.Printf("%v %d %s\n", [3]byte{1, 2, 3}, [3]byte{1, 2, 3}, [3]byte{65, 66, 67})
	fmt.Printf("%#v %#v %#v\n", []byte{1}, [2]byte{1}, []any{1, "a", nil, 2.5, 'x', true})
	fmt.Printf("%#v %#v %#v %#v\n", map[string]int{"z": 1, "a": 2}, struct{}{}, (*int)(nil), []int(nil))
	fmt.Printf("%#v %#v %#v\n", 1.0, float32(0.1), 1e21)
	fmt.Printf("%#v %#v %#v %#v\n", "a\tb", 'x', uint8(3), uintptr(10))
	fmt.Printf("%T %T %T %T %T\n", o, &o, o.anon, o.F, o.M)
	fmt.Printf("%T %T %T\n", struct {
		A int `json:"a"`
	}{}, func(int, ...string) (bool, error) { return false, nil }, make(<-chan chan<- int))
	var e error
	var st fmt.Stringer
	fmt.Printf("%v %+v %T %v %s\n", e, e, e, st, nil)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%!\n")
	fmt.Printf("%d\n")
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("x\n", 1, "b")
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%[3]d %[x]d %[1]*d|\n", 4, 2, 3)
	fmt.Printf("%-10s|%10s|%.2s|%-8.3s|%08d|%+d|% d|%x|%#x|%#o|%O|%b|%c|%U|%#U\n", "left", "right", "trunc", "abcdef", -42, 42, 42, 255, 255, 8, 8, 5, 0x4E16, 0x4E16, 0x4E16)
	fmt.Printf("%6.2f|%-9.3e|%g|%G|%08.3f|%+.1f|% .3f|%x|%b\n", 3.14159, 123456.789, 1e-7, 1e20, -3.14159, 2.55, 1.0, 1.5, 1.0)
	fmt.Printf("%t %5t|%-7t|%v\n", true, false, true, !true)
	fmt.Printf("%p %v\n", nil, (*int)(nil))
	fmt.Printf("%5v|%-5v|%05v|%5v|%v\n", 1, 2, 3, []int{1, 2}, [][]int{{1}, {2, 3}})
	fmt.Printf("%6.3v|%.3v|%10v|%-10v|\n", 3.14159, "abcdef", "x", true)
	fmt.Printf("%v %.2f %+v\n", 1+2i, 1.234+5.678i, -1i)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 42, 5, 42, 2, 3.14159)
	fmt.Printf("%%|%c|%v|%s\n", 65, 'A', string(rune(65)))
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, 'x'), fmt.Sprintln("end", 1))
	fmt.Printf("%v %v\n", struct{ a, b any }{1, "x"}, &struct{ p *int }{nil})
	fmt.Printf("%v %+v\n", []any{nil, []int{}, map[string]bool{}}, []error{nil, errors.New("z")})
	fmt.Printf("%s|%v|%d\n", &[]string{"p"}, &map[string]int{"k": 1}, &[2]int{1, 2})
	fmt.Printf("%08b|%o|%x|%X\n", 37, 64, "hello", -255)
	fmt.Printf("%20q|%-20q|%c\n", "hi", 'x', []rune("añ"))
	fmt.Printf("%+v\n", struct {
		T  time.Time
		D  time.Duration
		Ds []time.Duration
	}{time.Unix(0, 0).UTC(), 1500 * time.Millisecond, []time.Duration{1, 2e9}})
}
