package main

import (
	"errors"
	"fmt"
)

type Msg interface{ isMsg() }
type Deposit struct{ Amt int }
type Withdraw struct {
	Amt   int
	Reply chan<- error
}
type Balance struct{ Reply chan<- int }
type stop struct{ done chan<- struct{} }

func (Deposit) isMsg()  {}
func (Withdraw) isMsg() {}
func (Balance) isMsg()  {}
func (stop) isMsg()     {}

type Account struct{ inbox chan Msg }

func Spawn() *Account {
	a := &Account{make(chan Msg, 8)}
	go a.run()
	return a
}
func (a *Account) run() {
	bal := 0
	for m := range a.inbox {
		switch m := m.(type) {
		case Deposit:
			bal += m.Amt
		case Withdraw:
			if m.Amt > bal {
				m.Reply <- fmt.Errorf("need %d more: %w", m.Amt-bal, ErrPoor)
				continue
			}
			bal -= m.Amt
			m.Reply <- nil
		case Balance:
			m.Reply <- bal
		case stop:
			close(m.done)
			return
		default:
			panic(fmt.Sprintf("unknown %T", m))
		}
	}
}

var ErrPoor = errors.New("poor")

func main() {
	a := Spawn()
	for i := 1; i <= 4; i++ {
		a.inbox <- Deposit{i * 10}
	}
	r := make(chan error)
	a.inbox <- Withdraw{500, r}
	err := <-r
	fmt.Println(err, errors.Is(err, ErrPoor))
	a.inbox <- Withdraw{30, r}
	fmt.Println(<-r)
	b := make(chan int)
	a.inbox <- Balance{b}
	fmt.Println(<-b)
	d := make(chan struct{})
	a.inbox <- stop{d}
	<-d
	fmt.Println("stopped")
}
