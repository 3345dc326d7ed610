package main

import "sync"

type P struct{ X, Y int }
type Q struct {
	P
	name string
}

func main() {
	_ = P{1}
	_ = P{X: 1, X: 2}
	_ = P{1, Y: 2}
	_ = P{"a", 2}
	_ = Q{X: 1}
	_ = Q{P{1, 2}, 5}
	_ = Q{P: 1}
	_ = sync.Mutex{1}
	_ = P{Z: 1}
	_ = P{x: 1}
	_ = &Q{Name: "a"}
	_ = []P{{1, 2, 3}}
}
