package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	for i := range 2 {
		func() {
			defer func() { fmt.Println(i, recover()) }()
			once.Do(func() { panic("once") })
			fmt.Println("passed", i)
		}()
	}
	f := sync.OnceValue(func() int { panic("value") })
	for i := range 2 {
		func() {
			defer func() { fmt.Println(i, recover()) }()
			f()
		}()
	}
	f()
}
