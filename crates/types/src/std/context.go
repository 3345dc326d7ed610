// Package context: deadlines, cancellation and values across goroutines.
package context

import (
	"errors"
	"internal/region"
	"time"
)

// A Context is passed from caller to callee.
type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}

// Canceled is the error of a context that was cancelled.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error of a context whose time is up.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

type (
	CancelFunc      func()
	CancelCauseFunc func(cause error)
)

type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

func Background() Context { return backgroundCtx{} }
func TODO() Context       { return todoCtx{} }

// traceNew, traceValue and traceDone tell the trace of a context's life: the function that made it is
// of some kind, the deadline is so many nanoseconds away, -1 for none. A context remembers what the
// trace calls it, in its first word.
func traceNew(parent Context, kind string, left int64) traced
func traceValue(parent Context, key, val any) traced
func traceDone(ctx traced, cause string)

type traced uint

// For whoever watches memory: the error is set, and seen.
func cancelled(err *error)
func observed(err *error)

// What happens between enter and exit is one step to all other goroutines.
func enter() { region.Enter() }
func exit()  { region.Exit() }

// A stopper is a context that is cancelled with its parent: a *cancelCtx or what embeds one.
type stopper interface {
	child(cause, err error)
	node() *cancelCtx
}

// A cancelCtx can be cancelled. Its children form a list, first to last.
type cancelCtx struct {
	traced
	Context
	done  chan struct{}
	err   error
	cause error
	self  stopper // the context that this is a part of
	first *cancelCtx
	last  *cancelCtx
	prev  *cancelCtx // siblings
	next  *cancelCtx
	owner *cancelCtx // the parent in whose list it is
}

func (c *cancelCtx) node() *cancelCtx { return c }

func (p *cancelCtx) add(c *cancelCtx) {
	c.owner, c.prev = p, p.last
	if p.last != nil {
		p.last.next = c
	} else {
		p.first = c
	}
	p.last = c
}

func (c *cancelCtx) leave() {
	p := c.owner
	if p == nil {
		return
	}
	if c.prev != nil {
		c.prev.next = c.next
	} else {
		p.first = c.next
	}
	if c.next != nil {
		c.next.prev = c.prev
	} else {
		p.last = c.prev
	}
	c.owner, c.prev, c.next = nil, nil, nil
}

var cancelCtxKey int

func (c *cancelCtx) Value(key any) any {
	if key == &cancelCtxKey {
		return c
	}
	return value(c.Context, key)
}

func (c *cancelCtx) Done() <-chan struct{} { return c.done }

func (c *cancelCtx) Err() error {
	enter()
	err := c.err
	observed(&c.err)
	exit()
	return err
}

func (c *cancelCtx) String() string { return name(c.Context) + ".WithCancel" }

func (c *cancelCtx) child(cause, err error) { c.cancel(false, err, cause) }

// cancel closes c.done and cancels the children, if that has not been done before.
func (c *cancelCtx) cancel(remove bool, err, cause error) {
	if cause == nil {
		cause = err
	}
	enter()
	if c.err != nil {
		exit()
		return
	}
	c.err = err
	c.cause = cause
	cancelled(&c.err)
	exit()
	traceDone(c.traced, cause.Error())
	close(c.done)
	for {
		enter()
		child := c.first
		if child != nil {
			child.leave()
		}
		exit()
		if child == nil {
			break
		}
		child.self.child(cause, err)
	}
	if remove {
		removeChild(c.Context, c)
	}
}

// parentCancel finds the cancelCtx that parent is, or is derived from.
func parentCancel(parent Context) (*cancelCtx, bool) {
	done := parent.Done()
	if done == nil {
		return nil, false
	}
	p, ok := parent.Value(&cancelCtxKey).(*cancelCtx)
	if !ok || p.done != done {
		return nil, false
	}
	return p, true
}

func removeChild(parent Context, child *cancelCtx) {
	if s, ok := parent.(stopCtx); ok {
		s.stop()
		return
	}
	enter()
	child.leave()
	exit()
}

type afterFuncer interface {
	AfterFunc(func()) func() bool
}

// A stopCtx is a parent with a way to unregister the child.
type stopCtx struct {
	Context
	stop func() bool
}

// start makes c, which is a part of self, a child of parent.
func (c *cancelCtx) start(parent Context, self stopper, kind string, left int64) {
	c.Context = parent
	c.self = self
	c.done = make(chan struct{})
	c.traced = traceNew(parent, kind, left)
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		self.child(Cause(parent), parent.Err())
		return
	default:
	}
	if p, ok := parentCancel(parent); ok {
		enter()
		err, cause := p.err, p.cause
		if err == nil {
			p.add(c)
		}
		exit()
		if err != nil {
			self.child(cause, err)
		}
		return
	}
	if a, ok := parent.(afterFuncer); ok {
		stop := a.AfterFunc(func() { self.child(Cause(parent), parent.Err()) })
		c.Context = stopCtx{Context: parent, stop: stop}
		return
	}
	go func() {
		select {
		case <-parent.Done():
			self.child(Cause(parent), parent.Err())
		case <-c.done:
		}
	}()
}

func newCancel(parent Context, kind string) *cancelCtx {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	c := &cancelCtx{}
	c.start(parent, c, kind, -1)
	return c
}

// WithCancel returns a context that cancel cancels.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := newCancel(parent, "WithCancel")
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithCancelCause is WithCancel with a cause.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := newCancel(parent, "WithCancelCause")
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

// Cause says why c was cancelled.
func Cause(c Context) error {
	if cc, ok := c.Value(&cancelCtxKey).(*cancelCtx); ok {
		enter()
		cause := cc.cause
		observed(&cc.err)
		exit()
		if cause != nil {
			return cause
		}
	}
	return c.Err()
}

// A timerCtx is cancelled by a timer.
type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return name(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" +
		time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) child(cause, err error) { c.end(false, err, cause) }

func (c *timerCtx) end(remove bool, err, cause error) {
	c.cancelCtx.cancel(false, err, cause)
	if remove {
		removeChild(c.Context, &c.cancelCtx)
	}
	enter()
	timer := c.timer
	c.timer = nil
	exit()
	if timer != nil {
		timer.Stop()
	}
}

// WithDeadline returns a context that ends at d, or when cancelled.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return withDeadline(parent, d, nil, "WithDeadline")
}

// WithDeadlineCause is WithDeadline with the cause of its end at d.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	return withDeadline(parent, d, cause, "WithDeadlineCause")
}

// WithTimeout returns a context that ends after timeout, or when cancelled.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return withDeadline(parent, time.Now().Add(timeout), nil, "WithTimeout")
}

// WithTimeoutCause is WithTimeout with the cause of its end.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return withDeadline(parent, time.Now().Add(timeout), cause, "WithTimeoutCause")
}

func withDeadline(parent Context, d time.Time, cause error, kind string) (Context, CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if cur, ok := parent.Deadline(); ok && cur.Before(d) {
		// The parent ends earlier.
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	left := time.Until(d)
	c.start(parent, c, kind, int64(max(left, 0)))
	if left <= 0 {
		c.end(true, DeadlineExceeded, cause)
		return c, func() { c.end(false, Canceled, nil) }
	}
	enter()
	if c.err == nil {
		c.timer = time.AfterFunc(left, func() { c.end(true, DeadlineExceeded, cause) })
	}
	exit()
	return c, func() { c.end(true, Canceled, nil) }
}

// An afterFuncCtx runs a function when it is cancelled.
type afterFuncCtx struct {
	cancelCtx
	claimed bool
	f       func()
}

// claim tells whether the caller is the one to run f, or to keep it from running.
func (a *afterFuncCtx) claim() bool {
	enter()
	first := !a.claimed
	a.claimed = true
	exit()
	return first
}

func (a *afterFuncCtx) child(cause, err error) {
	a.cancelCtx.cancel(false, err, cause)
	if a.claim() {
		go a.f()
	}
}

// AfterFunc calls f in a goroutine of its own after ctx is done.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.start(ctx, a, "AfterFunc", -1)
	return func() bool {
		stopped := a.claim()
		if stopped {
			a.cancel(true, Canceled, nil)
		}
		return stopped
	}
}

type withoutCancelCtx struct {
	traced
	c Context
}

// WithoutCancel returns parent's values without its cancellation.
func WithoutCancel(parent Context) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return withoutCancelCtx{traceNew(parent, "WithoutCancel", -1), parent}
}

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any                     { return value(c, key) }
func (c withoutCancelCtx) String() string                        { return name(c.c) + ".WithoutCancel" }

type valueCtx struct {
	traced
	Context
	key, val any
}

// comparable reports whether comparing v cannot panic.
func comparable(v any) bool

// text shows a value: strings and Stringers as they are, others by their type.
func text(v any) string

// WithValue returns parent with a value for key.
func WithValue(parent Context, key, val any) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if key == nil {
		panic("nil key")
	}
	if !comparable(key) {
		panic("key is not comparable")
	}
	return &valueCtx{traceValue(parent, key, val), parent, key, val}
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return value(c.Context, key)
}

func (c *valueCtx) String() string {
	return name(c.Context) + ".WithValue(" + text(c.key) + ", " + text(c.val) + ")"
}

func value(c Context, key any) any {
	for {
		switch ctx := c.(type) {
		case *valueCtx:
			if key == ctx.key {
				return ctx.val
			}
			c = ctx.Context
		case *cancelCtx:
			if key == &cancelCtxKey {
				return ctx
			}
			c = ctx.Context
		case withoutCancelCtx:
			if key == &cancelCtxKey {
				return nil
			}
			c = ctx.c
		case *timerCtx:
			if key == &cancelCtxKey {
				return &ctx.cancelCtx
			}
			c = ctx.Context
		case backgroundCtx, todoCtx:
			return nil
		default:
			return c.Value(key)
		}
	}
}

func name(c Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	return text(c)
}
