// Conversions and comparisons of channels, channels of functions, of structs, of errors.
package main

import (
	"errors"
	"fmt"
)

type event struct {
	name string
	err  error
}

func send(c chan<- event, n string, err error) { c <- event{n, err} }

func main() {
	c := make(chan event, 2)
	var r <-chan event = c
	var s chan<- event = c
	send(s, "a", nil)
	send(c, "b", errors.New("bad"))
	fmt.Println(len(r), cap(s), r == c, s == c)
	fmt.Println(<-r)
	e := <-r
	fmt.Println(e.name, e.err)
	fc := make(chan func(int) int, 1)
	fc <- func(x int) int { return x * x }
	fmt.Println((<-fc)(7))
	type pipe chan int
	p := make(pipe, 1)
	p <- 5
	var plain chan int = p
	fmt.Println(<-plain)
	var any1 any = c
	_, isChan := any1.(chan event)
	_, isRecv := any1.(<-chan event)
	fmt.Println(isChan, isRecv)
	m := map[chan int]string{plain: "key"}
	fmt.Println(m[p])
	d := make(chan struct{}, 3)
	d <- struct{}{}
	d <- struct{}{}
	fmt.Println(len(d))
	fmt.Printf("%T %T %T %T\n", c, r, s, p)
}
