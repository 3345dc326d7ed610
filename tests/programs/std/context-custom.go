// A context type of one's own, cancel functions, deadline inspection.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type myCtx struct {
	context.Context
	name string
}

func (m myCtx) Value(k any) any {
	if k == "name" {
		return m.name
	}
	return m.Context.Value(k)
}

var _ context.Context = myCtx{}

func cancelAll(fs ...context.CancelFunc) {
	for _, f := range fs {
		f()
		f()
	}
}

func main() {
	base, cancel := context.WithCancel(context.TODO())
	m := myCtx{base, "mine"}
	child, cancel2 := context.WithCancel(m)
	fmt.Println(child.Value("name"), child.Value("other"))
	_, ok := child.Deadline()
	fmt.Println(ok, child.Err())
	cancelAll(cancel, cancel2)
	<-child.Done()
	fmt.Println(child.Err(), context.Cause(child), m.Err())
	var cc context.CancelCauseFunc
	var c3 context.Context
	c3, cc = context.WithCancelCause(context.Background())
	cc(nil)
	fmt.Println(context.Cause(c3), errors.Is(context.Cause(c3), context.Canceled))
	fmt.Println(context.DeadlineExceeded, context.Cause(context.Background()))
	d := time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
	c4, cancel4 := context.WithDeadline(context.Background(), d)
	defer cancel4()
	dl, _ := c4.Deadline()
	fmt.Println(dl.Equal(d), c4.Err())
	defer func() { fmt.Println(recover()) }()
	context.WithValue(context.Background(), nil, 1)
}
