package main

import "fmt"

func f()            {}
func g() (int, int) { return 1, 2 }

func main() {
	x := f()
	var y = f()
	fmt.Println(f())
	_ = f() + 1
	if f() {
	}
	z := []int{g()}
	w := g() + 1
	h(f())
	return f()
}

func h(int) {}
