package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

type late struct{}

func (late) Error() string { return "late" }
func (late) Timeout() bool { return true }

func main() {
	var err error = &fs.PathError{Op: "open", Path: "/tmp/x", Err: fs.ErrNotExist}
	fmt.Println(err)
	fmt.Printf("%T %t\n", err, errors.Is(err, os.ErrNotExist))
	var pe *os.PathError
	fmt.Println(errors.As(fmt.Errorf("wrapped: %w", err), &pe), pe.Op, pe.Path, pe.Timeout(), pe.Unwrap())
	fmt.Println((&fs.PathError{Op: "read", Path: "y", Err: late{}}).Timeout())
	for _, e := range []error{fs.ErrInvalid, fs.ErrPermission, fs.ErrExist, fs.ErrClosed} {
		fmt.Println(e)
	}
}
