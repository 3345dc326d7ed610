// OnceFunc, OnceValue and OnceValues compute once and remember, panics too.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	f := sync.OnceFunc(func() { fmt.Println("init") })
	f()
	f()
	v := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(v(), v())
	vs := sync.OnceValues(func() (string, error) {
		fmt.Println("opening")
		return "x", errors.New("no such thing")
	})
	for range 2 {
		s, err := vs()
		fmt.Println(s, err)
	}
	p := sync.OnceValue(func() int { panic("bad init") })
	for range 2 {
		func() {
			defer func() { fmt.Println("recovered:", recover()) }()
			p()
		}()
	}
}
