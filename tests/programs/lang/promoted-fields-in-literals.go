// Since Go 1.27 a struct literal may name promoted fields.
package main

import "fmt"

type base struct {
	ID   int
	Name string
}

type mid struct {
	base
	Tag string
}

type top struct {
	mid
	Extra []int
}

func main() {
	m := mid{ID: 1, Name: "n", Tag: "t"}
	t := top{ID: 2, Tag: "x", Extra: []int{3}}
	fmt.Printf("%+v\n%+v\n", m, t)
	fmt.Println(mid{base: base{4, "b"}, Tag: "c"}, top{Name: "only"}.mid.base.Name)
	ps := []*top{{Name: "elided"}}
	fmt.Println(ps[0].Name)
}
