// Named results, deferred changes, recover with a result, errors decorated on the way out.
package main

import (
	"errors"
	"fmt"
)

func decorate(name string, err *error) {
	if *err != nil {
		*err = fmt.Errorf("%s: %w", name, *err)
	}
}

func step(n int) (res string, err error) {
	defer decorate(fmt.Sprint("step ", n), &err)
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v", r)
		}
	}()
	switch n {
	case 1:
		return "ok", nil
	case 2:
		return "partial", errors.New("failed")
	case 3:
		panic("boom")
	}
	res = "named"
	return
}

func count() (n int) {
	for i := range 4 {
		defer func() { n += i }()
	}
	return 100
}

func swap(a, b int) (x, y int) {
	defer func() { x, y = y, x }()
	return a, b
}

func shadow() (err error) {
	if err := errors.New("inner"); err != nil {
		defer func() { fmt.Println("saw", err) }()
	}
	return
}

func nested() (s string) {
	defer func() {
		defer func() { s += "3" }()
		s += "2"
	}()
	return "1"
}

func main() {
	for i := range 4 {
		i++
		fmt.Println(step(i))
	}
	fmt.Println(count())
	fmt.Println(swap(1, 2))
	fmt.Println(shadow(), nested())
}
