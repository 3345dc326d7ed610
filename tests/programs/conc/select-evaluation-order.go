// All channel and value operands of a select are evaluated once, in source order.
package main

import "fmt"

func ch(name string, c chan int) chan int {
	fmt.Println("chan", name)
	return c
}

func val(v int) int {
	fmt.Println("val", v)
	return v
}

func main() {
	a := make(chan int)
	b := make(chan int, 1)
	select {
	case ch("a", a) <- val(1):
		fmt.Println("a")
	case ch("b", b) <- val(2):
		fmt.Println("b")
	case x := <-ch("nil", nil):
		fmt.Println(x)
	}
	var arr [2]int
	i := 0
	select {
	case arr[func() int { i++; return i }()] = <-b:
	}
	fmt.Println(arr, i)
}
