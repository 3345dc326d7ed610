// defer inside a range-over-func body belongs to the enclosing function; so does return.
package main

import "fmt"

func seq(yield func(int) bool) {
	for i := range 3 {
		if !yield(i) {
			return
		}
	}
}

func f() (r string) {
	defer func() { r += "+deferred" }()
	for i := range seq {
		defer fmt.Println("deferred", i)
		if i == 1 {
			return fmt.Sprint("returned ", i)
		}
	}
	return "end"
}

func g() {
	defer func() { fmt.Println("recovered", recover()) }()
	for i := range seq {
		if i == 2 {
			panic("in body")
		}
	}
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func h() {
	defer func() { fmt.Println(recover()) }()
	for x := range bad {
		fmt.Println("bad", x)
		break
	}
}

func main() {
	fmt.Println(f())
	g()
	h()
	for i := range seq {
		func() {
			defer fmt.Println("inner", i)
		}()
	}
}
