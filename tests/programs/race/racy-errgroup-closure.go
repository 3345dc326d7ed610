// Two functions of a group write one variable.
package main

import (
	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	n := 0
	for range 2 {
		g.Go(func() error {
			n++
			return nil
		})
	}
	g.Wait()
}
