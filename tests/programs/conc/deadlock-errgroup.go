// errgroup waits for a function that never returns.
package main

import (
	"fmt"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	c := make(chan int)
	g.Go(func() error {
		<-c
		return nil
	})
	fmt.Println(g.Wait())
}
