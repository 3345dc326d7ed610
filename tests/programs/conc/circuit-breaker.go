package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type State int

const (
	Closed State = iota
	Open
	HalfOpen
)

var stateNames = map[State]string{Closed: "closed", Open: "open", HalfOpen: "half-open"}

func (s State) String() string { return stateNames[s] }

type Breaker struct {
	mu        sync.Mutex
	state     State
	failures  int
	threshold int
	openUntil time.Time
	timeout   time.Duration
	OnChange  func(from, to State)
}

var ErrOpen = errors.New("circuit open")

func (b *Breaker) set(s State) {
	if b.state != s {
		if b.OnChange != nil {
			b.OnChange(b.state, s)
		}
		b.state = s
	}
}

func (b *Breaker) Do(f func() error) error {
	b.mu.Lock()
	if b.state == Open {
		if time.Now().Before(b.openUntil) {
			b.mu.Unlock()
			return ErrOpen
		}
		b.set(HalfOpen)
	}
	b.mu.Unlock()
	err := f()
	b.mu.Lock()
	defer b.mu.Unlock()
	if err != nil {
		b.failures++
		if b.state == HalfOpen || b.failures >= b.threshold {
			b.set(Open)
			b.openUntil = time.Now().Add(b.timeout)
		}
		return fmt.Errorf("call %d: %w", b.failures, err)
	}
	b.failures = 0
	b.set(Closed)
	return nil
}

func main() {
	b := &Breaker{threshold: 3, timeout: 50 * time.Millisecond}
	b.OnChange = func(f, t State) { fmt.Printf("%v -> %v (%d -> %d)\n", f, t, f, t) }
	fail := func() error { return errors.New("boom") }
	ok := func() error { return nil }
	for range 5 {
		fmt.Println(b.Do(fail))
	}
	time.Sleep(80 * time.Millisecond)
	fmt.Println(b.Do(fail))
	fmt.Println(b.Do(ok))
	time.Sleep(80 * time.Millisecond)
	fmt.Println(b.Do(ok), b.state)
	fmt.Printf("%v %s %d %x %+v %#v %q\n", b.state, b.state, b.state, b.state, b.state, b.state, Open)
}
