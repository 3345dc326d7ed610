package main

import (
	"fmt"
	"sync"
	"time"
)

type Account struct {
	mu      sync.Mutex
	balance int
	Owner   string
}

func (a *Account) Deposit(n float64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
}

func (a Account) Balance() string {
	return a.balance
}

func main() {
	acc := Account{balance: "100", owner: "ann"}
	acc.Deposit("50")
	acc.Withdraw(10)
	fmt.Println(acc.Balance)
	time.Sleep(time.second)
	if acc.balance = 0 {
		fmt.Println("empty")
	}
}
