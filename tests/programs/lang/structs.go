// Struct values, literals, comparison, anonymous structs, tags.
package main

import "fmt"

type point struct {
	X, Y int
}

type line struct {
	from, to point
	label    string `json:"label"`
}

func main() {
	p := point{1, 2}
	q := point{Y: 2, X: 1}
	fmt.Println(p == q, p != point{}, p)
	l := line{from: p, label: "l"}
	l.to.X = 9
	k := l
	k.from.Y = 77
	fmt.Println(l, k, l == k)
	ptr := &l
	ptr.to.Y++
	(*ptr).label += "!"
	fmt.Printf("%v %+v\n", *ptr, ptr)
	anon := struct {
		name string
		age  int
	}{"ann", 30}
	fmt.Println(anon, anon.name)
	var conv struct{ X, Y int } = p
	fmt.Println(conv, point(conv) == p)
	people := []struct{ n string }{{"a"}, {"b"}}
	for i := range people {
		people[i].n += "x"
	}
	fmt.Println(people)
	pp := []*point{{1, 2}, {3, 4}}
	mp := map[string]*point{"a": {5, 6}}
	mp["a"].X = 50
	fmt.Println(*pp[1], *mp["a"], struct{}{})
	type blank struct {
		_ int
		a int
	}
	fmt.Println(blank{a: 1} == blank{a: 1})
}
