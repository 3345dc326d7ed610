package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sync"
)

type Result[T any] struct {
	Index int
	Value T
	Err   error
}

func Map[In, Out any](workers int, in []In, f func(In) (Out, error)) []Result[Out] {
	type job struct {
		i int
		v In
	}
	jobs := make(chan job)
	results := make(chan Result[Out], len(in))
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range jobs {
				v, err := f(j.v)
				results <- Result[Out]{Index: j.i, Value: v, Err: err}
			}
		})
	}
	for i, v := range in {
		jobs <- job{i, v}
	}
	close(jobs)
	wg.Wait()
	close(results)
	var all []Result[Out]
	for r := range results {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b Result[Out]) int { return cmp.Compare(a.Index, b.Index) })
	return all
}

func main() {
	rs := Map(3, []int{1, 2, 3, 4, 5}, func(n int) (string, error) {
		if n == 4 {
			return "", errors.New("four!")
		}
		return fmt.Sprintf("<%d>", n*n), nil
	})
	for _, r := range rs {
		fmt.Printf("%+v\n", r)
	}
	fmt.Printf("%T\n", rs)
	fmt.Printf("%#v\n", rs[0])
}
