// Put happens before the Get that returns the value.
package main

import (
	"fmt"
	"sync"
)

type buf struct{ n int }

func main() {
	p := sync.Pool{New: func() any { return new(buf) }}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			b := p.Get().(*buf)
			b.n++
			p.Put(b)
		})
	}
	wg.Wait()
	fmt.Println("end")
}
