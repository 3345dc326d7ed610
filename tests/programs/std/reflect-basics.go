// What of reflect there is besides Select: types, values, DeepEqual.
package main

import (
	"errors"
	"fmt"
	"reflect"
)

type point struct{ X, Y int }

type celsius float64

type list[T any] []T

type node struct {
	next *node
	tags map[string][]int
}

func panics(f func()) {
	defer func() {
		switch x := recover().(type) {
		case error:
			fmt.Println("error:", x)
		default:
			fmt.Println("value:", x)
		}
	}()
	f()
}

func main() {
	for _, x := range []any{1, "a", 2.5, true, 'x', []int{1}, map[string]int{}, &point{}, point{1, 2}, make(chan int), func() {}, [2]int{},
		celsius(3), list[int]{1}, errors.New("e"), uint8(3), complex(1, 2), struct{}{}} {
		t := reflect.TypeOf(x)
		fmt.Printf("%s name=%q kind=%v\n", t, t.Name(), t.Kind())
	}
	fmt.Println(reflect.TypeOf(nil) == nil, reflect.TypeOf(1) == reflect.TypeOf(2), reflect.TypeOf(1) == reflect.TypeOf("a"))
	fmt.Println(reflect.TypeOf([]string{}).Elem(), reflect.TypeOf(&point{}).Elem().Name(), reflect.TypeOf(map[int]bool{}).Elem().Kind() == reflect.Bool)
	panics(func() { fmt.Println(reflect.TypeOf(1).Elem()) })

	v := reflect.ValueOf(42)
	fmt.Println(v, v.Int(), v.Kind(), v.Type(), v.IsValid(), v.Interface().(int)+1, v.String())
	fmt.Println(reflect.ValueOf(uint8(7)).Uint(), reflect.ValueOf(2.5).Float(), reflect.ValueOf("s").String(), reflect.ValueOf(true).Bool())
	fmt.Println(reflect.ValueOf(nil).IsValid(), reflect.ValueOf(nil).Kind(), reflect.ValueOf(nil))
	fmt.Println(reflect.ValueOf((*point)(nil)).IsNil(), reflect.ValueOf(&point{}).IsNil(), reflect.ValueOf([]int(nil)).IsNil())
	fmt.Println(reflect.ValueOf(point{1, 2}), reflect.ValueOf(point{1, 2}).String())
	panics(func() { reflect.ValueOf("a").Int() })
	panics(func() { reflect.ValueOf(nil).Interface() })
	panics(func() { reflect.ValueOf(1).IsNil() })
	fmt.Println(reflect.Kind(100), reflect.Ptr == reflect.Pointer)

	loop := &node{tags: map[string][]int{"a": {1}}}
	loop.next = loop
	other := &node{tags: map[string][]int{"a": {1}}}
	other.next = other
	for _, c := range []struct{ a, b any }{
		{1, 1}, {1, 2}, {1, int64(1)}, {nil, nil}, {nil, 1}, {"a", "a"},
		{[]int{1, 2}, []int{1, 2}}, {[]int{1, 2}, []int{1, 3}}, {[]int(nil), []int{}}, {[]int{1}, []int{1, 2}},
		{map[string][]int{"a": {1}}, map[string][]int{"a": {1}}}, {map[string]int{"a": 1}, map[string]int{"b": 1}},
		{&point{1, 2}, &point{1, 2}}, {&point{1, 2}, &point{1, 3}}, {point{1, 2}, point{1, 2}},
		{loop, other}, {func() {}, func() {}}, {(func())(nil), (func())(nil)}, {[2]string{"a"}, [2]string{"a", ""}},
		{[]any{1, "a", nil}, []any{1, "a", nil}}, {errors.New("x"), errors.New("x")}, {map[int]int(nil), map[int]int{}},
		{[]point{{1, 2}}, []point{{1, 2}}}, {[]float64{0, 1}, []float64{0, 1}},
	} {
		fmt.Print(reflect.DeepEqual(c.a, c.b), " ")
	}
	fmt.Println()
}
