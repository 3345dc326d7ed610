// A reader and a writer of one map.
package main

import (
	"fmt"
	"time"
)

func main() {
	m := map[string]int{"a": 1}
	go func() {
		time.Sleep(20 * time.Millisecond)
		m["b"] = 2
	}()
	fmt.Println(m["a"])
	time.Sleep(60 * time.Millisecond)
}
