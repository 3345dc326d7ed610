package main

import "fmt"

type Tree struct {
	Left, Right Tree
	Value       int
}

func (t *Tree) Insert(v int) {
	if t == nil {
		return &Tree{nil, nil, v}
	}
	if v < t.Value {
		t.Left = t.Left.Insert(v)
	}
}

func main() {
	var root Tree
	root = root.Insert(5)
	fmt.Printn(root)
}
