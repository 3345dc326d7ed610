// DoChan, sharing of errors, Forget.
package main

import (
	"errors"
	"fmt"

	"golang.org/x/sync/singleflight"
)

func main() {
	var g singleflight.Group
	gate := make(chan bool)
	calls := 0
	f := func() (any, error) {
		calls++
		<-gate
		return "v", errors.New("shared error")
	}
	a := g.DoChan("k", f)
	b := g.DoChan("k", f)
	close(gate)
	ra, rb := <-a, <-b
	fmt.Println(ra.Val, ra.Err, rb.Val, rb.Err, ra.Shared, rb.Shared, calls)
	gate2 := make(chan bool)
	c := g.DoChan("x", func() (any, error) { <-gate2; return 1, nil })
	g.Forget("x")
	d := g.DoChan("x", func() (any, error) { return 2, nil })
	fmt.Println((<-d).Val)
	close(gate2)
	fmt.Println((<-c).Val)
}
