// Transfers lock both accounts in the order of their ids: no deadlock, no money lost.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	sync.Mutex
	id, balance int
}

func transfer(from, to *account, n int) bool {
	a, b := from, to
	if a.id > b.id {
		a, b = b, a
	}
	a.Lock()
	defer a.Unlock()
	b.Lock()
	defer b.Unlock()
	if from.balance < n {
		return false
	}
	from.balance -= n
	to.balance += n
	return true
}

func main() {
	acc := []*account{{id: 0, balance: 100}, {id: 1, balance: 100}, {id: 2, balance: 100}}
	var wg sync.WaitGroup
	for i := range 30 {
		wg.Go(func() { transfer(acc[i%3], acc[(i+1)%3], i%7) })
	}
	wg.Wait()
	total := 0
	for _, a := range acc {
		total += a.balance
	}
	fmt.Println(total)
}
