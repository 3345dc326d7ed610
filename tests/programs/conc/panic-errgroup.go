// A panic inside an errgroup function is not recovered.
package main

import "golang.org/x/sync/errgroup"

func main() {
	var g errgroup.Group
	g.Go(func() error {
		panic("inside group")
	})
	g.Wait()
	select {}
}
