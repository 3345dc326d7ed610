// Wait comes after all functions of a group.
package main

import (
	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	n := 0
	g.Go(func() error {
		n++
		return nil
	})
	g.Wait()
	n++
}
