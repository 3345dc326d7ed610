// Package fmt formats and scans. The formatting itself is native; what scans is in Go.
package fmt

import (
	"errors"
	"io"
	"os"
)

// A State is what a Formatter prints to.
type State interface {
	// Write adds to the output.
	Write(b []byte) (n int, err error)
	// Width returns the width and whether there is one.
	Width() (wid int, ok bool)
	// Precision returns the precision and whether there is one.
	Precision() (prec int, ok bool)
	// Flag tells whether the flag c, a character, is set.
	Flag(c int) bool
}

// A Formatter prints itself.
type Formatter interface {
	Format(f State, verb rune)
}

// A Stringer has a native format, used for %v and %s.
type Stringer interface {
	String() string
}

// A GoStringer has a native format for %#v.
type GoStringer interface {
	GoString() string
}

// format calls f.Format and returns what it wrote. The machine calls it; wid and prec are -1 if
// there is none, flags holds the flags that are set, as in "+#".
func format(f Formatter, verb rune, wid, prec int, flags string) string {
	s := &state{nil, wid, prec, flags}
	f.Format(s, verb)
	return string(s.buf)
}

var _ = format

type state struct {
	buf   []byte
	wid   int
	prec  int
	flags string
}

func (s *state) Write(b []byte) (n int, err error) {
	s.buf = append(s.buf, b...)
	return len(b), nil
}

func (s *state) WriteString(t string) (n int, err error) {
	s.buf = append(s.buf, t...)
	return len(t), nil
}

func (s *state) Width() (wid int, ok bool) {
	if s.wid < 0 {
		return 0, false
	}
	return s.wid, true
}

func (s *state) Precision() (prec int, ok bool) {
	if s.prec < 0 {
		return 0, false
	}
	return s.prec, true
}

func (s *state) Flag(c int) bool {
	for _, f := range s.flags {
		if int(f) == c {
			return true
		}
	}
	return false
}

// FormatString returns the directive that led to the call of Format.
func FormatString(state State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = Append(b, w)
	}
	if p, ok := state.Precision(); ok {
		b = Append(append(b, '.'), p)
	}
	return string(b) + string(verb)
}

func sprint(a []any) string
func sprintln(a []any) string
func sprintf(format string, a []any) string

// errorf formats with %w allowed; wrapped lists the indexes of the operands of %w that are
// errors, sorted, without doubles.
func errorf(format string, a []any) (s string, wrapped []int)

// Sprint formats its operands, with spaces between those of which neither is a string.
func Sprint(a ...any) string { return sprint(a) }

// Sprintln formats its operands with spaces between them and a newline after.
func Sprintln(a ...any) string { return sprintln(a) }

// Sprintf formats according to a format.
func Sprintf(format string, a ...any) string { return sprintf(format, a) }

// Print prints as Sprint formats.
func Print(a ...any) (n int, err error) { return os.Stdout.WriteString(sprint(a)) }

// Println prints as Sprintln formats.
func Println(a ...any) (n int, err error) { return os.Stdout.WriteString(sprintln(a)) }

// Printf prints as Sprintf formats.
func Printf(format string, a ...any) (n int, err error) {
	return os.Stdout.WriteString(sprintf(format, a))
}

func write(w io.Writer, s string) (n int, err error) {
	if f, ok := w.(*os.File); ok {
		return f.WriteString(s)
	}
	return w.Write([]byte(s))
}

// Fprint writes to w what Sprint returns.
func Fprint(w io.Writer, a ...any) (n int, err error) { return write(w, sprint(a)) }

// Fprintln writes to w what Sprintln returns.
func Fprintln(w io.Writer, a ...any) (n int, err error) { return write(w, sprintln(a)) }

// Fprintf writes to w what Sprintf returns.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return write(w, sprintf(format, a))
}

// Append appends to b what Sprint returns.
func Append(b []byte, a ...any) []byte { return append(b, sprint(a)...) }

// Appendln appends to b what Sprintln returns.
func Appendln(b []byte, a ...any) []byte { return append(b, sprintln(a)...) }

// Appendf appends to b what Sprintf returns.
func Appendf(b []byte, format string, a ...any) []byte { return append(b, sprintf(format, a)...) }

// Errorf returns an error with the formatted text; it wraps the operands of %w.
func Errorf(format string, a ...any) (err error) {
	s, wrapped := errorf(format, a)
	switch len(wrapped) {
	case 0:
		return errors.New(s)
	case 1:
		w := &wrapError{msg: s}
		w.err, _ = a[wrapped[0]].(error)
		return w
	}
	var errs []error
	for _, i := range wrapped {
		if e, ok := a[i].(error); ok {
			errs = append(errs, e)
		}
	}
	return &wrapErrors{s, errs}
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }
