// Wait of errgroup orders.
package main

import (
	"fmt"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	res := make([]int, 3)
	for i := range res {
		g.Go(func() error { res[i] = i; return nil })
	}
	fmt.Println(g.Wait(), res)
}
