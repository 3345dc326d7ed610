package main

import "sync"

func (x int) foo()        {}
func (w sync.Mutex) bar() {}
func (u Unknown) baz()    {}

type P *int

func (p P) q() {}

type I interface{ m() }

func (i I) n() {}

type T struct{}

func (t **T) r() {}

func main() {}
