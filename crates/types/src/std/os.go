// Package os: the standard streams, the arguments and the exit.
package os

import (
	"errors"
	"io"
)

// A File is one of the standard streams.
type File struct {
	fd   int
	name string
}

var (
	Stdin  = &File{0, "/dev/stdin"}
	Stdout = &File{1, "/dev/stdout"}
	Stderr = &File{2, "/dev/stderr"}
)

var (
	ErrInvalid     = errors.New("invalid argument")
	ErrPermission  = errors.New("permission denied")
	ErrExist       = errors.New("file already exists")
	ErrNotExist    = errors.New("file does not exist")
	ErrClosed      = errors.New("file already closed")
	ErrProcessDone = errors.New("os: process already finished")
)

// Args holds the command line: only the program's name.
var Args = []string{"main"}

// A Signal is a signal of the operating system.
type Signal interface {
	String() string
	Signal()
}

type sysSignal int

func (s sysSignal) Signal() {}

func (s sysSignal) String() string {
	switch s {
	case 2:
		return "interrupt"
	case 9:
		return "killed"
	}
	return "signal"
}

var (
	Interrupt Signal = sysSignal(2)
	Kill      Signal = sysSignal(9)
)

func write(fd int, s string)

// Exit ends the program; deferred functions are not run.
func Exit(code int)

func (f *File) Name() string { return f.name }

func (f *File) Fd() uintptr { return uintptr(f.fd) }

func (f *File) Write(b []byte) (n int, err error) {
	write(f.fd, string(b))
	return len(b), nil
}

func (f *File) WriteString(s string) (n int, err error) {
	write(f.fd, s)
	return len(s), nil
}

func (f *File) Read(b []byte) (n int, err error) { return 0, io.EOF }

func (f *File) Close() error { return nil }

func (f *File) Sync() error { return nil }

func Getpid() int { return 1 }

func Getenv(key string) string { return "" }

func LookupEnv(key string) (string, bool) { return "", false }

func Setenv(key, value string) error { return nil }

func Hostname() (name string, err error) { return "interleave", nil }
