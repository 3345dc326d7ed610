package main

import (
	"fmt"
	"sync"
)

func main() {
	p := sync.Pool{New: func() any { return new(int) }}
	x := p.Get().(*int)
	*x = 5
	p.Put(x)
	p.Put(nil)
	var q sync.Pool
	fmt.Println(q.Get())
	fmt.Println(q.Get().(int))
}
