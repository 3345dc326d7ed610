// sync.Map: every method.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	m.Store("a", 1)
	m.Store("b", 2)
	fmt.Println(m.Load("a"))
	fmt.Println(m.Load("z"))
	fmt.Println(m.LoadOrStore("a", 9))
	fmt.Println(m.LoadOrStore("c", 3))
	fmt.Println(m.Swap("c", 33))
	fmt.Println(m.Swap("d", 4))
	fmt.Println(m.CompareAndSwap("d", 4, 44), m.CompareAndSwap("d", 4, 45))
	fmt.Println(m.CompareAndDelete("b", 1), m.CompareAndDelete("b", 2))
	fmt.Println(m.LoadAndDelete("a"))
	m.Delete("nothing")
	sum, n := 0, 0
	m.Range(func(k, v any) bool {
		sum += v.(int)
		n++
		return true
	})
	fmt.Println(n, sum)
	n = 0
	m.Range(func(k, v any) bool { n++; return false })
	fmt.Println(n)
	m.Clear()
	m.Range(func(k, v any) bool { fmt.Println("left", k); return true })
}
