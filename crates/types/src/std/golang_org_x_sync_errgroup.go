// Package errgroup: a WaitGroup that collects the first error.
package errgroup

import (
	"context"
	"fmt"
	"sync"
)

type token struct{}

// A Group is a set of goroutines with a common task.
type Group struct {
	cancel  func(error)
	wg      sync.WaitGroup
	sem     chan token
	errOnce sync.Once
	err     error
}

// started, begun and ended say what becomes of a function in g, for the eye.
func started(g *Group)
func begun(g *Group)
func ended(g *Group)

// kept says that g keeps its first error.
func kept(g *Group, err error)

// limited says that whoever waits at sem waits for g.
func limited(g *Group, sem chan token)

func (g *Group) done() {
	ended(g)
	if g.sem != nil {
		<-g.sem
	}
	g.wg.Done()
}

// WithContext returns a Group whose context is cancelled at the first error.
func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &Group{cancel: cancel}, ctx
}

// Wait waits for all goroutines and returns the first error.
func (g *Group) Wait() error {
	g.wg.Wait()
	if g.cancel != nil {
		g.cancel(g.err)
	}
	return g.err
}

func (g *Group) start(f func() error) {
	g.wg.Add(1)
	started(g)
	go func() {
		begun(g)
		defer g.done()
		if err := f(); err != nil {
			g.errOnce.Do(func() {
				g.err = err
				kept(g, err)
				if g.cancel != nil {
					g.cancel(g.err)
				}
			})
		}
	}()
}

// Go calls f in a new goroutine; it waits while the limit is reached.
func (g *Group) Go(f func() error) {
	if g.sem != nil {
		g.sem <- token{}
	}
	g.start(f)
}

// TryGo calls f in a new goroutine unless the limit is reached.
func (g *Group) TryGo(f func() error) bool {
	if g.sem != nil {
		select {
		case g.sem <- token{}:
		default:
			return false
		}
	}
	g.start(f)
	return true
}

// SetLimit limits the number of goroutines; a negative one means no limit.
func (g *Group) SetLimit(n int) {
	if n < 0 {
		g.sem = nil
		return
	}
	if active := len(g.sem); active != 0 {
		panic(fmt.Errorf("errgroup: modify limit while %v goroutines in the group are still active", active))
	}
	g.sem = make(chan token, n)
	limited(g, g.sem)
}
