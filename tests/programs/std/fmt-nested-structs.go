// Nested structs, pointers inside, maps sorted by key of any type.
package main

import "fmt"

type addr struct {
	Street string
	No     int
}
type person struct {
	Name string
	Addr addr
	Tags []string
	Meta map[string]any
	Next *person
}

type key struct {
	a int
	b string
}

func main() {
	p := person{"ann", addr{"main st", 5}, []string{"x", "y"}, map[string]any{"z": 1, "a": nil, "m": []int{1}}, nil}
	fmt.Printf("%v\n%+v\n", p, p)
	fmt.Printf("%#v\n", p)
	fmt.Printf("%v %+v\n", &p.Addr, []addr{{"s", 1}})
	fmt.Println(map[int]string{3: "c", 1: "a", 2: "b"}, map[float64]int{2.5: 1, -1: 2}, map[bool]int{true: 1, false: 0})
	fmt.Println(map[key]int{{2, "a"}: 1, {1, "z"}: 2, {1, "b"}: 3}, map[[2]int]bool{{2, 1}: true, {1, 9}: false})
	fmt.Println(map[any]int{"b": 1, "a": 3, "": 2}, map[any]bool{3: true, 1: false})
	fmt.Println(map[rune]int{'b': 1, 'a': 2}, map[string][]int{"y": {1}, "x": nil})
	fmt.Printf("%#v %#v\n", map[string]bool{"b": true, "a": false}, []map[int]string{{1: "x"}})
	fmt.Printf("%#v %#v %#v %#v\n", []any{1, "a", nil, 2.0, 'c', uint8(1)}, [2]string{}, struct{}{}, &addr{})
	fmt.Printf("%#v %#v %#v %#v\n", 1.0, 1e6, 1e21, float32(2))
	fmt.Printf("%6v|%-6v|%06v|%v\n", []int{1, 2}, []int{1, 2}, []int{1, 2}, [0]int{})
	fmt.Printf("%+d %x %q\n", []int{1, -1}, "hi", []rune("ab"))
}
