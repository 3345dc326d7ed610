// Interfaces: implicit satisfaction, embedding, nil interfaces, holding pointers.
package main

import (
	"fmt"
	"strings"
)

type reader interface{ read() string }
type writer interface{ write(string) }
type readWriter interface {
	reader
	writer
}

type file struct{ data []string }

func (f *file) read() string   { return strings.Join(f.data, ",") }
func (f *file) write(s string) { f.data = append(f.data, s) }

type upper struct{ readWriter }

func (u upper) write(s string) { u.readWriter.write(strings.ToUpper(s)) }

type myErr struct{ code int }

func (e *myErr) Error() string { return fmt.Sprint("code ", e.code) }

func mayFail(fail bool) error {
	var e *myErr
	if fail {
		e = &myErr{5}
	}
	return e
}

func main() {
	f := &file{}
	var rw readWriter = f
	rw.write("a")
	upper{rw}.write("b")
	var r reader = rw
	fmt.Println(r.read(), r == reader(f), len(f.data))
	if w, ok := r.(writer); ok {
		w.write("c")
	}
	fmt.Println(rw.read())
	err := mayFail(false)
	fmt.Println(err == nil, err.(*myErr) == nil)
	fmt.Println(mayFail(true))
	var x, y any = f, f
	fmt.Println(x == y, x == any(&file{}), any(nil) == nil)
	var e1, e2 any = struct{ n int }{1}, struct{ n int }{1}
	fmt.Println(e1 == e2)
	type empty interface{}
	var em empty = 3
	fmt.Println(em)
}
