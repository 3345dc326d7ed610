package main

import (
	"bufio"
	"bytes"
	"container/list"
	"context"
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type c struct {
	mu sync.Mutex
	n  int
}

func main() {
	fmt.Println(c{}, &c{})
	fmt.Printf("%+v\n", c{})
	fmt.Printf("%#v\n", c{})
	var rw sync.RWMutex
	fmt.Printf("%v %+v\n", rw, &rw)
	rw.RLock()
	fmt.Printf("%v\n", rw)
	var m sync.Mutex
	m.Lock()
	fmt.Printf("%v %+v %T\n", m, m, m)
	var wg sync.WaitGroup
	fmt.Printf("%v\n", wg)
	wg.Add(2)
	fmt.Printf("%+v\n", wg)
	var o sync.Once
	fmt.Printf("%v\n", o)
	o.Do(func() {})
	fmt.Printf("%+v\n", o)
	var a atomic.Int32
	a.Add(3)
	fmt.Printf("%v %+v\n", a, &a)
	var b atomic.Bool
	fmt.Printf("%v\n", b)
	b.Store(true)
	fmt.Printf("%+v\n", b)
	var i64 atomic.Int64
	fmt.Println(i64)
	fmt.Println(struct{ t time.Time }{}, time.Time{})
	fmt.Printf("%+v\n", struct {
		t time.Time
		d time.Duration
	}{})
	fmt.Printf("%v %d %s\n", struct{ d time.Duration }{5}, struct{ D time.Duration }{5}, struct{ D time.Duration }{5})
	fmt.Println(context.Background(), context.TODO())
	ctx, cancel := context.WithCancel(context.Background())
	fmt.Println(ctx)
	type key string
	ctx = context.WithValue(ctx, key("k"), 3)
	fmt.Println(ctx)
	ctx = context.WithValue(ctx, "user", "bob")
	fmt.Printf("%v\n", ctx)
	fmt.Printf("%s\n", context.WithoutCancel(ctx))
	cancel()
	fmt.Printf("%v %T\n", ctx.Err(), ctx)
	var sb strings.Builder
	fmt.Println(sb)
	var bb bytes.Buffer
	bb.WriteString("x")
	fmt.Println(&bb, bb.String())
	l := list.New()
	l.PushBack(1)
	fmt.Println(l.Len(), l.Front().Value)
	fmt.Printf("%v %+v %#v\n", errors.New("a"), errors.New("a"), os.ErrNotExist.Error())
	fmt.Println(sort.IntSlice{3, 1}, bufio.MaxScanTokenSize)
	fmt.Printf("%v %v\n", os.Interrupt, time.March)
	fmt.Println(time.UTC, time.Saturday, time.Millisecond*1500)
	var p atomic.Pointer[c]
	fmt.Println(p.Load())
	var cond = sync.NewCond(&m)
	fmt.Printf("%T %T\n", cond, cond.L)
	var sm sync.Map
	sm.Store("a", 1)
	fmt.Printf("%T\n", sm)
	fmt.Printf("%T %T\n", time.NewTimer(1), time.NewTicker(1).C)
	fmt.Printf("%+v\n", struct {
		E error
		I any
		S fmt.Stringer
	}{errors.New("vis"), 3, time.Second})
}
