// Two goroutines that take two locks in opposite order, and main that waits for them.
package main

import (
	"fmt"
	"sync"
	"time"
)

type account struct {
	sync.Mutex
	id      int
	balance int
}

func transfer(from, to *account, n int, wg *sync.WaitGroup) {
	defer wg.Done()
	from.Lock()
	defer from.Unlock()
	time.Sleep(10 * time.Millisecond)
	to.Lock()
	defer to.Unlock()
	from.balance -= n
	to.balance += n
}

func main() {
	a, b := &account{id: 1, balance: 100}, &account{id: 2, balance: 100}
	var wg sync.WaitGroup
	wg.Add(2)
	go transfer(a, b, 10, &wg)
	go transfer(b, a, 20, &wg)
	wg.Wait()
	fmt.Println(a.balance, b.balance)
}
