// Package fmt: formatted output. Formatting itself is native.
package fmt

import (
	"errors"
	"io"
	"os"
)

// A Stringer gives its own text.
type Stringer interface {
	String() string
}

// A GoStringer gives its own text for %#v.
type GoStringer interface {
	GoString() string
}

// A State is what a Formatter writes to.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// A Formatter formats itself.
type Formatter interface {
	Format(f State, verb rune)
}

func Sprint(a ...any) string
func Sprintf(format string, a ...any) string
func Sprintln(a ...any) string
func Print(a ...any) (n int, err error)
func Printf(format string, a ...any) (n int, err error)
func Println(a ...any) (n int, err error)

func Fprint(w io.Writer, a ...any) (n int, err error) {
	return fwrite(w, Sprint(a...))
}

func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return fwrite(w, Sprintf(format, a...))
}

func Fprintln(w io.Writer, a ...any) (n int, err error) {
	return fwrite(w, Sprintln(a...))
}

func fwrite(w io.Writer, s string) (n int, err error) {
	if f, ok := w.(*os.File); ok {
		return f.WriteString(s)
	}
	return w.Write([]byte(s))
}

func Append(b []byte, a ...any) []byte { return append(b, Sprint(a...)...) }

func Appendf(b []byte, format string, a ...any) []byte {
	return append(b, Sprintf(format, a...)...)
}

func Appendln(b []byte, a ...any) []byte { return append(b, Sprintln(a...)...) }

// wrapped gives the indexes of the operands of %w, in order, without repetition.
func wrapped(format string, a []any) []int

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

func (e *wrapErrors) Error() string { return e.msg }

func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf returns an error with a formatted text that wraps the operands of %w.
func Errorf(format string, a ...any) error {
	s := Sprintf(format, a...)
	indexes := wrapped(format, a)
	switch len(indexes) {
	case 0:
		return errors.New(s)
	case 1:
		w := &wrapError{msg: s}
		w.err, _ = a[indexes[0]].(error)
		return w
	}
	var errs []error
	for _, i := range indexes {
		if e, ok := a[i].(error); ok {
			errs = append(errs, e)
		}
	}
	return &wrapErrors{s, errs}
}

// A state collects what a Formatter writes; the runtime makes it.
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

func (s *state) Width() (wid int, ok bool) { return max(s.wid, 0), s.wid >= 0 }

func (s *state) Precision() (prec int, ok bool) { return max(s.prec, 0), s.prec >= 0 }

func (s *state) Flag(c int) bool {
	for i := 0; i < len(s.flags); i++ {
		if int(s.flags[i]) == c {
			return true
		}
	}
	return false
}

// formatWith runs a Formatter; the runtime calls it. Absent width and precision are -1.
func formatWith(f Formatter, verb rune, wid, prec int, flags string) string {
	s := &state{wid: wid, prec: prec, flags: flags}
	f.Format(s, verb)
	return string(s.buf)
}

// FormatString gives the directive that a State stands for.
func FormatString(s State, verb rune) string {
	out := "%"
	for _, c := range " +-#0" {
		if s.Flag(int(c)) {
			out += string(c)
		}
	}
	if w, ok := s.Width(); ok {
		out += Sprint(w)
	}
	if p, ok := s.Precision(); ok {
		out += "." + Sprint(p)
	}
	return out + string(verb)
}

func Sscan(str string, a ...any) (n int, err error)
func Sscanf(str string, format string, a ...any) (n int, err error)
func Sscanln(str string, a ...any) (n int, err error)

func Scan(a ...any) (n int, err error)   { return 0, io.EOF }
func Scanln(a ...any) (n int, err error) { return 0, errors.New("unexpected newline") }
func Scanf(format string, a ...any) (n int, err error) {
	return 0, errors.New("unexpected newline")
}
