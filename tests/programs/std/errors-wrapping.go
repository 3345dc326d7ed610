package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
)

type NotFound struct{ Name string }

func (e *NotFound) Error() string { return e.Name + " not found" }
func (e *NotFound) Is(target error) bool {
	return target == os.ErrNotExist
}

type Temporary interface{ Temporary() bool }

type netErr struct{ temp bool }

func (n netErr) Error() string   { return fmt.Sprintf("net (temp=%t)", n.temp) }
func (n netErr) Temporary() bool { return n.temp }

var ErrBase = errors.New("base")

func find(n string) error {
	if n == "" {
		return fmt.Errorf("find: %w", ErrBase)
	}
	return fmt.Errorf("find(%q): %w", n, &NotFound{n})
}

func main() {
	err := find("x")
	fmt.Println(err)
	var nf *NotFound
	if errors.As(err, &nf) {
		fmt.Println("as:", nf.Name)
	}
	fmt.Println(errors.Is(err, os.ErrNotExist), errors.Is(find(""), ErrBase))
	j := errors.Join(find(""), nil, find("y"), io.EOF)
	fmt.Println(j)
	fmt.Printf("%v|%+v|%q\n", j, find(""), find(""))
	fmt.Println(errors.Is(j, io.EOF), errors.Unwrap(j) == nil)
	two := fmt.Errorf("two: %w and %w", io.EOF, ErrBase)
	fmt.Println(errors.Is(two, ErrBase), two)
	var tmp Temporary
	fmt.Println(errors.As(fmt.Errorf("w: %w", netErr{true}), &tmp), tmp.Temporary())
	_, e := strconv.Atoi("12a")
	fmt.Println(e)
	var ne *strconv.NumError
	if errors.As(e, &ne) {
		fmt.Println(ne.Func, ne.Num, ne.Err, ne.Err == strconv.ErrSyntax)
	}
	_, e = strconv.ParseInt("99999999999999999999", 10, 64)
	fmt.Println(e, errors.Is(e, strconv.ErrRange))
	_, e = strconv.ParseUint("-1", 10, 8)
	fmt.Println(e)
	_, e = strconv.ParseBool("maybe")
	fmt.Println(e)
	_, e = strconv.ParseFloat("1e999", 64)
	fmt.Println(e)
	fmt.Printf("%T %T %T\n", err, j, two)
	fmt.Printf("%#v\n", ErrBase.Error())
	fmt.Println(fmt.Errorf("bad %w", "x"))
	fmt.Println(fmt.Errorf("no verbs"), fmt.Errorf("%d%%", 50))
	if x, ok := errors.AsType[*NotFound](err); ok {
		fmt.Println("astype", x.Name)
	}
}
