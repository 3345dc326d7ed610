// Which error comes first.
package main

import (
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	for _, s := range []string{"a", "b"} {
		g.Go(func() error { return errors.New(s) })
	}
	fmt.Println(g.Wait())
}
