package main

import "fmt"

type S string
type E struct{}

func main() {
	x := 1.5
	s := "a"
	_ = string(x)
	_ = int(s)
	_ = rune(s)
	_ = []rune(x)
	_ = [3]int([]string{})
	_ = [3]int{1}(2)
	_ = fmt.Stringer(E{})
	_ = fmt.Stringer(S("x"))
	_ = chan int(make(<-chan int))
	_ = (<-chan int)(make(chan<- int))
	_ = func()(1)
}
