package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	once.Do(fmt.Println)
	once.Do(func() int { return 1 })
	f := sync.OnceValue(func() {})
	g := sync.OnceValues(func() (int, error) { return 1, nil })
	x := g()
	p := sync.Pool{New: func() *int { return new(int) }}
	n := p.Get() + 1
	var m sync.Map
	m["a"] = 1
	v := m.Load("a")
	fmt.Println(f, x, n, v)
}
