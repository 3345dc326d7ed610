// Package signal hands signals that are sent to the program to its goroutines.
package signal

import (
	"context"
	"internal/region"
	"os"
	"syscall"
)

type handler struct {
	c    chan<- os.Signal
	all  bool
	sigs []os.Signal
}

var (
	handlers []*handler
	ignored  []os.Signal
)

func contains(sigs []os.Signal, sig os.Signal) bool {
	for _, s := range sigs {
		if s == sig {
			return true
		}
	}
	return false
}

func without(sigs, gone []os.Signal) (rest []os.Signal) {
	for _, s := range sigs {
		if !contains(gone, s) {
			rest = append(rest, s)
		}
	}
	return
}

// deliver sends a signal to all that want it, and tells whether anybody did or it is ignored.
// The machine calls it.
func deliver(n int) bool {
	sig := os.Signal(syscall.Signal(n))
	region.Enter()
	list := append([]*handler(nil), handlers...)
	taken := contains(ignored, sig)
	region.Exit()
	for _, h := range list {
		if h.all || contains(h.sigs, sig) {
			taken = true
			select {
			case h.c <- sig:
			default:
			}
		}
	}
	return taken
}

var _ = deliver

// Notify lets signals be sent to c; without sig, all. It does not wait for a receiver.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	region.Enter()
	defer region.Exit()
	var h *handler
	for _, old := range handlers {
		if old.c == c {
			h = old
		}
	}
	if h == nil {
		h = &handler{c: c}
		handlers = append(handlers, h)
	}
	if len(sig) == 0 {
		h.all = true
	}
	h.sigs = append(h.sigs, sig...)
	ignored = without(ignored, sig)
}

// Stop lets no more signals be sent to c.
func Stop(c chan<- os.Signal) {
	region.Enter()
	defer region.Exit()
	var rest []*handler
	for _, h := range handlers {
		if h.c != c {
			rest = append(rest, h)
		}
	}
	handlers = rest
}

// Reset undoes Notify for signals; without sig, all.
func Reset(sig ...os.Signal) {
	region.Enter()
	defer region.Exit()
	if len(sig) == 0 {
		handlers, ignored = nil, nil
		return
	}
	for _, h := range handlers {
		h.sigs = without(h.sigs, sig)
	}
	ignored = without(ignored, sig)
}

// Ignore lets signals do nothing.
func Ignore(sig ...os.Signal) {
	Reset(sig...)
	region.Enter()
	defer region.Exit()
	ignored = append(ignored, sig...)
}

// Ignored tells whether a signal is ignored.
func Ignored(sig os.Signal) bool {
	region.Enter()
	defer region.Exit()
	return contains(ignored, sig)
}

// NotifyContext returns a context that ends when one of the signals arrives.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(parent)
	c := make(chan os.Signal, 1)
	Notify(c, signals...)
	if ctx.Err() == nil {
		go func() {
			select {
			case s := <-c:
				cancel(signalError(s.String() + " signal received"))
			case <-ctx.Done():
			}
		}()
	}
	return ctx, func() {
		cancel(nil)
		Stop(c)
	}
}

type signalError string

func (s signalError) Error() string { return string(s) }
