// Which of two panics comes first: gc asserts types along with calls, before it indexes.
package main

import "fmt"

func id[T any](x T) T { return x }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

type point struct{ x, y int }

func main() {
	var none []int
	var text any = "text"
	try(func() { fmt.Println(none[id(3)] + text.(int)) })
	try(func() { fmt.Println(text.(int) + none[id(3)]) })
	try(func() { _ = point{none[1], id(text.(int))} })
	try(func() { fmt.Println(none[id(3)] / min(text.(int), 1)) })
	try(func() { fmt.Println(text.(int) / max(none[id(3)], id(1))) })
	try(func() { fmt.Println(none[id(3)], len(make([]int, id(-1)))) })
	try(func() { fmt.Println(len([4]int(id(none)))) })
	try(func() {
		a := [4]int{1, 2: len([4]int(id(none))) &^ id(3)}
		fmt.Println(a)
	})
	try(func() {
		n := 0
		for i := range text.([4]int) {
			n += i
		}
		for i := range text.(*[4]int) {
			n += i
		}
		fmt.Println("only the length counts", n)
	})
	try(func() {
		for i, x := range text.([4]int) {
			fmt.Println(i, x)
		}
	})
	try(func() { _ = len([4]int(none)) })
	try(func() { _ = [4]int(none) })
}
