// A tree of contexts: cancelling a branch leaves the others alone.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key struct{}

func main() {
	root, stop := context.WithCancelCause(context.WithValue(context.Background(), key{}, "root"))
	a, cancelA := context.WithCancel(root)
	b, cancelB := context.WithTimeout(root, time.Hour)
	defer cancelB()
	a1 := context.WithValue(a, key{}, "a1")
	free := context.WithoutCancel(a1)
	report := func(when string) {
		fmt.Println(when, root.Err(), a.Err(), b.Err(), a1.Err(), free.Err())
	}
	report("start:")
	cancelA()
	report("a cancelled:")
	stop(errors.New("shutdown"))
	report("root cancelled:")
	fmt.Println(context.Cause(a), "|", context.Cause(b), "|", context.Cause(free))
	fmt.Println(a1.Value(key{}), b.Value(key{}), free.Value(key{}))
	late, cancel := context.WithCancel(root)
	defer cancel()
	fmt.Println(late.Err(), context.Cause(late))
}
