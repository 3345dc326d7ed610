// Calling a value method through a nil pointer.
package main

import "fmt"

type t struct{ n int }

func (x t) get() int { return x.n }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var p *t
	var i interface{ get() int } = p
	try(func() { fmt.Println(p.get()) })
	try(func() { fmt.Println(i.get()) })
	i = nil
	try(func() { fmt.Println(i.get()) })
	var f func()
	try(f)
	try(func() { f() })
	try(func() { fmt.Println(*(*int)(nil)) })
	g := t{}.get
	fmt.Println(g())
	try(func() { h := p.get; fmt.Println(h == nil) })
}
