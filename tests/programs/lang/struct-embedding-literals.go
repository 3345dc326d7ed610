// Literals of embedded structs, promoted through pointers, method sets of embedded pointers.
package main

import "fmt"

type id struct{ n int }

func (i *id) next() int { i.n++; return i.n }

type named struct {
	id
	name string
}

type boxed struct {
	*named
	extra map[string]int
}

type nexter interface{ next() int }

func main() {
	b := boxed{&named{id{5}, "x"}, nil}
	fmt.Println(b.n, b.name, b.next(), b.named.id.n)
	var ns []nexter = []nexter{&id{1}, &named{id: id{10}}, b, &b}
	for _, n := range ns {
		fmt.Print(n.next(), " ")
	}
	fmt.Println(b.n)
	c := b
	c.name = "shared"
	fmt.Println(b.name)
	v := *b.named
	v.name = "copy"
	fmt.Println(b.name, v.name)
	var empty boxed
	defer func() { fmt.Println(recover()) }()
	fmt.Println(empty.name)
}
