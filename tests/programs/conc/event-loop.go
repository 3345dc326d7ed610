// One goroutine runs closures from a queue: no locks needed.
package main

import "fmt"

type loop struct {
	calls chan func()
	quit  chan struct{}
}

func newLoop() *loop {
	l := &loop{make(chan func()), make(chan struct{})}
	go func() {
		for {
			select {
			case f := <-l.calls:
				f()
			case <-l.quit:
				return
			}
		}
	}()
	return l
}

func (l *loop) do(f func()) {
	done := make(chan struct{})
	l.calls <- func() { f(); close(done) }
	<-done
}

func main() {
	l := newLoop()
	state := map[string]int{}
	finished := make(chan bool)
	for i := range 5 {
		go func() {
			l.do(func() { state["n"] += i })
			finished <- true
		}()
	}
	for range 5 {
		<-finished
	}
	l.do(func() { fmt.Println(state) })
	close(l.quit)
}
