// Errorf wraps with %w, once or many times.
package main

import (
	"errors"
	"fmt"
)

var (
	errA = errors.New("a")
	errB = errors.New("b")
)

func main() {
	e := fmt.Errorf("ctx: %w", errA)
	fmt.Println(e, errors.Is(e, errA), errors.Is(e, errB), errors.Unwrap(e) == errA)
	f := fmt.Errorf("outer %d: %w", 1, e)
	fmt.Println(f, errors.Is(f, errA))
	g := fmt.Errorf("%w and %w", errA, errB)
	fmt.Println(g, errors.Is(g, errA), errors.Is(g, errB), errors.Unwrap(g) == nil)
	h := fmt.Errorf("no wrap: %v", errA)
	fmt.Println(h, errors.Is(h, errA))
	k := fmt.Errorf("plain")
	fmt.Println(k, errors.Unwrap(k))
	fmt.Printf("%T %T %T %v\n", e, g, k, errors.Join(e, g))
	format := "bad %w"
	fmt.Println(fmt.Errorf(format, "text"))
}
