// Deferred calls in a goroutine that panics again while it unwinds; one recovery, then the end.
package main

import (
	"errors"
	"fmt"
	"os"
)

type cleanup struct{ name string }

func (c *cleanup) Close() error {
	fmt.Println("close", c.name)
	if c.name == "bad" {
		panic(fmt.Sprintf("closing %s", c.name))
	}
	return nil
}

func safely(f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("recovered: %w", r)
		default:
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	f()
	return nil
}

var errBoom = errors.New("boom")

func main() {
	fmt.Println(safely(func() {}))
	err := safely(func() { panic(errBoom) })
	fmt.Println(err, errors.Is(err, errBoom))
	fmt.Println(safely(func() {
		var m map[string]int
		m["x"]++
	}))
	fmt.Println(safely(func() {
		s := []int{1, 2, 3}
		i := 5
		_ = s[1:i]
	}))
	fmt.Println(safely(func() {
		var p *cleanup
		fmt.Println(p.name)
	}))
	fmt.Println(safely(func() {
		defer (&cleanup{"bad"}).Close()
		defer (&cleanup{"good"}).Close()
		panic("first")
	}))
	for i := range 3 {
		defer func() { fmt.Println("deferred", i) }()
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			fmt.Fprintln(os.Stderr, "about to fail again")
			panic(fmt.Errorf("second: %w", errBoom))
		}()
		panic(cleanup{"value"})
	}()
	<-done
	select {}
}
