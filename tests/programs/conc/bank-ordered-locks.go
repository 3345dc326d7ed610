package main

import (
	"errors"
	"fmt"
	"sync"
)

type Account struct {
	ID      int
	mu      sync.Mutex
	balance int64
	history []string
}

var ErrFunds = errors.New("insufficient funds")

type TransferError struct {
	From, To int
	Amount   int64
	Err      error
}

func (t TransferError) Error() string {
	return fmt.Sprintf("transfer %d->%d of $%d.%02d: %v", t.From, t.To, t.Amount/100, t.Amount%100, t.Err)
}
func (t TransferError) Unwrap() error { return t.Err }

func Transfer(from, to *Account, amt int64) (err error) {
	first, second := from, to
	if first.ID > second.ID {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	defer func() {
		if err != nil {
			err = TransferError{from.ID, to.ID, amt, err}
		}
	}()
	if from.balance < amt {
		return ErrFunds
	}
	from.balance -= amt
	to.balance += amt
	return nil
}

func main() {
	accts := make([]*Account, 4)
	for i := range accts {
		accts[i] = &Account{ID: i, balance: 10_000}
	}
	var wg sync.WaitGroup
	errs := make(chan error, 100)
	for i := range 4 {
		for j := range 4 {
			if i == j {
				continue
			}
			wg.Add(1)
			go func() {
				defer wg.Done()
				for k := range 10 {
					if err := Transfer(accts[i], accts[j], int64(k)); err != nil {
						errs <- err
					}
				}
			}()
		}
	}
	wg.Wait()
	close(errs)
	for e := range errs {
		fmt.Println("unexpected", e)
	}
	var sum int64
	for _, a := range accts {
		sum += a.balance
		fmt.Printf("#%d: %8d\n", a.ID, a.balance)
	}
	fmt.Println("total", sum)
	err := Transfer(accts[0], accts[1], 1e6+5)
	fmt.Println(err, errors.Is(err, ErrFunds))
	var te TransferError
	fmt.Println(errors.As(err, &te), te.Amount)
}
