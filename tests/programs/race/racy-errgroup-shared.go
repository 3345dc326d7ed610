// errgroup does not protect what is shared.
package main

import (
	"fmt"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	sum := 0
	for i := 1; i < 3; i++ {
		g.Go(func() error { sum += i; return nil })
	}
	fmt.Println(g.Wait(), sum > 0)
}
