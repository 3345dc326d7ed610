package main

import (
	"errors"
	"fmt"
	"os"
)

type res struct{ name string }

func open(n string) (*res, error) {
	if n == "" {
		return nil, errors.New("empty name")
	}
	fmt.Println("open", n)
	return &res{n}, nil
}
func (r *res) Close() error { fmt.Println("close", r.name); return nil }

func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
			n *= 2
		}
	}()
	n = 21
	panic("oops")
}

func order() {
	for i := 0; i < 3; i++ {
		defer fmt.Print("d", i, " ")
	}
	x := 1
	defer fmt.Println("x at defer:", x)
	defer func() { fmt.Println("x at run:", x) }()
	x = 2
}

func multi() (err error) {
	a, err := open("a")
	if err != nil {
		return err
	}
	defer a.Close()
	b, err := open("b")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.Close(), errors.New("after close")) }()
	_, err = open("")
	return err
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

func nestedPanics() {
	defer func() { fmt.Println("outer:", recover()) }()
	defer func() {
		defer func() { fmt.Println("inner:", recover()) }()
		panic("second")
	}()
	panic("first")
}

func recoverInHelper() {
	helper := func() { fmt.Println("helper:", recover()) }
	defer helper()
	panic("h")
}

func nonDirect() {
	defer func() { fmt.Println("final:", recover()) }()
	defer func() {
		func() { fmt.Println("nested recover:", recover()) }()
	}()
	panic("n")
}

type T struct{ v int }

func (t T) val()  { fmt.Println("val", t.v) }
func (t *T) ptr() { fmt.Println("ptr", t.v) }

func methods() {
	t := T{1}
	defer t.val()
	defer t.ptr()
	t.v = 2
}

func retval() (s string) {
	defer func() { s += "!" }()
	return "ret"
}

func loopvars() {
	var fs []func()
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { fmt.Print(i, " "); i *= 10 })
	}
	for _, f := range fs {
		f()
		f()
	}
	for i := 0; i < 6; i++ {
		defer func() { fmt.Print("<", i, ">") }()
		i++
	}
	fmt.Println()
}

func evalOrder() {
	f := func(s string, v int) int { fmt.Print(s, " "); return v }
	m := map[int]int{f("a", 1): f("b", 2)}
	m[f("c", 3)] = f("d", 4)
	_ = []int{f("e", 5), f("f", 6)}[f("g", 0)]
	x, y := f("h", 1)+f("i", 2)*f("j", 3), f("k", 4)
	fmt.Println(m, x, y)
}

func main() {
	fmt.Println(named())
	order()
	fmt.Println("multi:", multi())
	f := fib()
	for range 8 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	nestedPanics()
	recoverInHelper()
	nonDirect()
	methods()
	fmt.Println(retval())
	loopvars()
	fmt.Println()
	evalOrder()
	defer fmt.Println("never printed")
	defer os.Exit(3)
}
