package main

var a = f()

func f() int { return g() }
func g() int { return h }

var h = a + 1

var m = map[string]func(){"x": run}

func run() { _ = m }

type T struct{}

func (T) get() int { return z }

var z = T{}.get()

func main() {}
