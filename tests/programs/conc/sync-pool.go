// sync.Pool hands out what New makes when it is empty.
package main

import (
	"fmt"
	"sync"
)

type buf struct{ b []byte }

func main() {
	made := 0
	p := sync.Pool{New: func() any { made++; return &buf{} }}
	b := p.Get().(*buf)
	b.b = append(b.b, "hello"...)
	fmt.Println(string(b.b), made)
	b.b = b.b[:0]
	p.Put(b)
	c := p.Get().(*buf)
	fmt.Println(len(c.b), made >= 1)
	var empty sync.Pool
	fmt.Println(empty.Get() == nil)
}
