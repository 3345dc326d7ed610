package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var a, b, c sync.Mutex
	var wg sync.WaitGroup
	grab := func(x, y *sync.Mutex) {
		defer wg.Done()
		x.Lock()
		defer x.Unlock()
		time.Sleep(10 * time.Millisecond)
		y.Lock()
		defer y.Unlock()
	}
	wg.Add(3)
	go grab(&a, &b)
	go grab(&b, &c)
	go grab(&c, &a)
	wg.Wait()
	fmt.Println("never")
}
