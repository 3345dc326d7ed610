// package errors.
package main

import (
	"errors"
	"fmt"
)

type codeErr struct {
	code int
	err  error
}

func (e *codeErr) Error() string { return fmt.Sprintf("code %d: %v", e.code, e.err) }
func (e *codeErr) Unwrap() error { return e.err }

type temp string

func (t temp) Error() string        { return string(t) }
func (t temp) Is(target error) bool { return target == errBase }
func (t temp) As(target any) bool {
	if p, ok := target.(*int); ok {
		*p = 99
		return true
	}
	return false
}

var errBase = errors.New("base")

func main() {
	a, b := errors.New("same"), errors.New("same")
	fmt.Println(a == b, a, errors.Is(a, a), errors.Is(a, b), errors.Is(nil, nil), errors.Is(nil, a))
	w := &codeErr{7, fmt.Errorf("mid: %w", errBase)}
	fmt.Println(w, errors.Is(w, errBase))
	var ce *codeErr
	fmt.Println(errors.As(fmt.Errorf("top: %w", w), &ce), ce.code)
	if x, ok := errors.AsType[*codeErr](w); ok {
		fmt.Println("AsType", x.code)
	}
	_, ok := errors.AsType[temp](w)
	fmt.Println(ok)
	j := errors.Join(errBase, nil, temp("t"))
	fmt.Println(j)
	fmt.Println(errors.Is(j, errBase), errors.Join(nil, nil) == nil, errors.Unwrap(j))
	fmt.Println(errors.Is(temp("x"), errBase))
	var n int
	fmt.Println(errors.As(j, new(temp)), n)
	u, ok := j.(interface{ Unwrap() []error })
	fmt.Println(ok, len(u.Unwrap()))
	fmt.Println(errors.ErrUnsupported)
	defer func() { fmt.Println(recover()) }()
	errors.As(w, nil)
}
