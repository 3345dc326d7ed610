// Package os: standard streams, arguments, exit. There are no files here.
package os

import (
	"errors"
	"io"
	"io/fs"
	"syscall"
)

// Errors of file operations.
var (
	ErrInvalid     = fs.ErrInvalid
	ErrPermission  = fs.ErrPermission
	ErrExist       = fs.ErrExist
	ErrNotExist    = fs.ErrNotExist
	ErrClosed      = fs.ErrClosed
	ErrProcessDone = errors.New("os: process already finished")

	errBadDescriptor = errors.New("bad file descriptor")
)

// A PathError records an operation, the path it was for, and its error.
type PathError = fs.PathError

// A SyscallError records a system call and its error.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }

// Timeout tells whether it took too long.
func (e *SyscallError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// NewSyscallError returns a SyscallError; nil for no error.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// A File is an open stream.
type File struct {
	fd     int
	name   string
	closed bool
}

// Standard streams.
var (
	Stdin  = &File{fd: 0, name: "/dev/stdin"}
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}
)

// Args are the program's name and its arguments.
var Args []string = args()

func args() []string

func write(fd int, s string)

// read returns at most n bytes of standard input; none at its end.
func read(n int) string

// Exit ends the program at once; deferred calls are not run.
func Exit(code int)

func (f *File) check(op string, readable bool) error {
	switch {
	case f == nil:
		return ErrInvalid
	case f.closed:
		return &PathError{op, f.name, ErrClosed}
	case readable != (f.fd == 0):
		return &PathError{op, f.name, errBadDescriptor}
	}
	return nil
}

// Write writes b.
func (f *File) Write(b []byte) (n int, err error) { return f.WriteString(string(b)) }

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	if err := f.check("write", false); err != nil {
		return 0, err
	}
	if s != "" {
		write(f.fd, s)
	}
	return len(s), nil
}

// Read reads at most len(b) bytes.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read", true); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	if n = copy(b, read(len(b))); n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Close closes the stream.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{"close", f.name, ErrClosed}
	}
	f.closed = true
	return nil
}

// Sync does nothing: what is written is out.
func (f *File) Sync() error { return nil }

// Name returns the stream's name.
func (f *File) Name() string { return f.name }

// Fd returns the stream's descriptor.
func (f *File) Fd() uintptr { return uintptr(f.fd) }

// A Signal is sent by the system to the program.
type Signal interface {
	String() string
	Signal() // to distinguish from other Stringers
}

// Signals that every system has.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// The environment is empty at the start, and lasts as long as the program.
var env = map[string]string{}

// Getenv returns the value of a variable, "" if it is not set.
func Getenv(key string) string { return env[key] }

// LookupEnv returns the value of a variable and whether it is set.
func LookupEnv(key string) (string, bool) {
	v, ok := env[key]
	return v, ok
}

// Setenv sets a variable.
func Setenv(key, value string) error {
	if key == "" {
		return errors.New("setenv: invalid argument")
	}
	env[key] = value
	return nil
}

// Unsetenv removes a variable.
func Unsetenv(key string) error {
	delete(env, key)
	return nil
}

// Getpid returns the id of the process.
func Getpid() int { return 1 }

// Getppid returns the id of the parent process.
func Getppid() int { return 1 }

// Hostname returns the name of the machine.
func Hostname() (name string, err error) { return "interleave", nil }
