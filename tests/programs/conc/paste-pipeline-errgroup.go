// A pipeline of stages under an errgroup: the first error stops everything.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"golang.org/x/sync/errgroup"
)

type parseError struct {
	index int
	text  string
	err   error
}

func (e *parseError) Error() string { return fmt.Sprintf("item %d (%q): %v", e.index, e.text, e.err) }
func (e *parseError) Unwrap() error { return e.err }

func run(items []string) (sum int, err error) {
	g, ctx := errgroup.WithContext(context.Background())
	texts := make(chan string)
	numbers := make(chan int)
	g.Go(func() error {
		defer close(texts)
		for _, t := range items {
			select {
			case texts <- t:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	g.Go(func() error {
		defer close(numbers)
		i := 0
		for t := range texts {
			n, err := strconv.Atoi(t)
			if err != nil {
				return &parseError{i, t, err}
			}
			select {
			case numbers <- n:
			case <-ctx.Done():
				return ctx.Err()
			}
			i++
		}
		return nil
	})
	g.Go(func() error {
		for n := range numbers {
			sum += n
		}
		return nil
	})
	return sum, g.Wait()
}

func main() {
	sum, err := run([]string{"1", "2", "3"})
	_ = sum
	fmt.Println(err)
	_, err = run([]string{"1", "x", "3", "4"})
	fmt.Println(err)
	var pe *parseError
	fmt.Println(errors.As(err, &pe), pe.index, errors.Is(err, strconv.ErrSyntax))
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num)
	fmt.Printf("%T %v\n", errors.Unwrap(err), errors.Unwrap(errors.Unwrap(err)))
}
