package main

import "fmt"

type T struct{ n int }

func (t *T) Set(n int) { t.n = n }
func (t T) Set(n int)  { t.n = n }
func (t T) n() int      { return 1 }
func (int) Double() int { return 2 }
func (t *fmt.Stringer) X() {}
func (t Missing) Y()      {}

func main() {
	T{}.Set(1)
	var p **T
	p.Set(2)
	map[string]T{}["a"].n = 1
	T.Get()
}
