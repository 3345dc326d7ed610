// A tree of contexts: values, causes, AfterFunc, WithoutCancel, and who sees what when.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string

type request struct {
	id   int
	user string
}

func handle(ctx context.Context, depth int, wg *sync.WaitGroup, out *[]string, mu *sync.Mutex) {
	defer wg.Done()
	if depth > 0 {
		child, cancel := context.WithCancel(context.WithValue(ctx, key("depth"), depth))
		defer cancel()
		wg.Add(1)
		go handle(child, depth-1, wg, out, mu)
	}
	<-ctx.Done()
	mu.Lock()
	*out = append(*out, fmt.Sprint(depth, " ", ctx.Value(key("depth")), " ", ctx.Value(key("req")).(*request).user, " ", context.Cause(ctx)))
	mu.Unlock()
}

func main() {
	root := context.WithValue(context.Background(), key("req"), &request{1, "ann"})
	ctx, cancel := context.WithCancelCause(root)
	var wg sync.WaitGroup
	var mu sync.Mutex
	var out []string
	wg.Add(1)
	go handle(ctx, 3, &wg, &out, &mu)
	time.Sleep(time.Millisecond)
	ran := make(chan string, 1)
	stop := context.AfterFunc(ctx, func() { ran <- "after " + context.Cause(ctx).Error() })
	detached := context.WithoutCancel(ctx)
	cancel(errors.New("client left"))
	cancel(errors.New("ignored"))
	wg.Wait()
	fmt.Println(<-ran, stop())
	fmt.Println(len(out), ctx.Err(), context.Cause(ctx), detached.Err(), detached.Value(key("req")).(*request).id)
	seen := map[string]int{}
	for _, s := range out {
		seen[s]++
	}
	fmt.Println(seen)
	tctx, tcancel := context.WithTimeout(root, 10*time.Millisecond)
	defer tcancel()
	dl, ok := tctx.Deadline()
	fmt.Println(time.Until(dl) <= 10*time.Millisecond, ok)
	select {
	case <-tctx.Done():
		fmt.Println(tctx.Err(), errors.Is(tctx.Err(), context.DeadlineExceeded))
	case <-time.After(time.Second):
		fmt.Println("too late")
	}
	fmt.Println(context.Background(), context.TODO())
	fmt.Println(context.WithValue(context.Background(), key("k"), "v"))
	c2, cancel2 := context.WithCancel(context.Background())
	fmt.Println(c2)
	cancel2()
	var de interface{ Timeout() bool }
	fmt.Println(errors.As(tctx.Err(), &de), de.Timeout())
}
