package main

import (
	"fmt"
	"sort"
	"sync"
)

func main() {
	var m sync.Map
	for i := range 5 {
		m.Store(i, i*i)
	}
	m.Range(func(k, v any) bool {
		if k.(int)%2 == 0 {
			m.Delete(k)
		}
		return true
	})
	var keys []int
	m.Range(func(k, v any) bool { keys = append(keys, k.(int)); return true })
	sort.Ints(keys)
	fmt.Println(keys)
	fmt.Println(m.LoadOrStore(1, "x"))
	fmt.Println(m.LoadAndDelete(1))
	fmt.Println(m.Swap(9, "n"))
	fmt.Println(m.CompareAndSwap(9, "n", "o"), m.CompareAndDelete(9, "n"))
	m.Clear()
	fmt.Println(m.Load(9))
	m.Store([]int{1}, 1)
}
