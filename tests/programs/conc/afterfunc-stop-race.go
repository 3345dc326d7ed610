// Stop tells whether it prevented the call.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	t := time.AfterFunc(time.Millisecond, func() { defer wg.Done(); fmt.Println("called") })
	wg.Wait()
	fmt.Println(t.Stop())
	wg.Add(1)
	fmt.Println(t.Reset(time.Millisecond))
	wg.Wait()
	u := time.AfterFunc(time.Hour, func() { fmt.Println("never") })
	fmt.Println(u.Stop(), u.Stop())
}
