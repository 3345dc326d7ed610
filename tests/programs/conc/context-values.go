// Context values shadow outward; WithoutCancel keeps them.
package main

import (
	"context"
	"fmt"
)

type key string

func main() {
	ctx := context.WithValue(context.Background(), key("user"), "ann")
	ctx2 := context.WithValue(ctx, key("id"), 7)
	ctx3 := context.WithValue(ctx2, key("user"), "bob")
	fmt.Println(ctx.Value(key("user")), ctx.Value(key("id")))
	fmt.Println(ctx3.Value(key("user")), ctx3.Value(key("id")), ctx3.Value("user"))
	c, cancel := context.WithCancel(ctx3)
	w := context.WithoutCancel(c)
	cancel()
	fmt.Println(c.Err(), w.Err(), w.Value(key("id")), w.Done() == nil)
	fmt.Println(context.Background(), context.TODO())
	fmt.Println(ctx)
	fmt.Println(c)
}
