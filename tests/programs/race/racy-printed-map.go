// A map is printed while another goroutine still fills it.
package main

import (
	"fmt"
	"time"
)

func main() {
	m := map[string]int{"a": 1}
	go func() {
		m["b"] = 2
	}()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(len(fmt.Sprint(m)) > 0)
}
