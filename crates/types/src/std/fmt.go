// Package fmt formats and scans. The formatting itself is native; what scans is in Go.
package fmt

import (
	"errors"
	"internal/unicode"
	"io"
	"os"
	"strconv"
	"unicode/utf8"
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

// A Scanner scans itself.
type Scanner interface {
	// Scan reads what it needs from state.
	Scan(state ScanState, verb rune) error
}

// A ScanState is what a Scanner reads from.
type ScanState interface {
	// ReadRune reads a rune; at the end of the width, too, io.EOF.
	ReadRune() (r rune, size int, err error)
	// UnreadRune undoes ReadRune.
	UnreadRune() error
	// SkipSpace skips spaces; newlines as the operation demands.
	SkipSpace()
	// Token reads runes while f is true; nil stands for all but spaces.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width returns the width and whether there is one.
	Width() (wid int, ok bool)
	// Read must not be called.
	Read(buf []byte) (n int, err error)
}

// A scan is a scanning under way.
type scan struct {
	r      io.RuneScanner
	lines  bool // newlines end the input
	spaces bool // newlines are spaces
	wid    int  // runes left of the width, -1: none
}

func (s *scan) ReadRune() (r rune, size int, err error) {
	if s.wid == 0 {
		return 0, 0, io.EOF
	}
	r, size, err = s.r.ReadRune()
	if err == nil && s.wid > 0 {
		s.wid--
	}
	return
}

func (s *scan) UnreadRune() error {
	if s.wid >= 0 {
		s.wid++
	}
	return s.r.UnreadRune()
}

func (s *scan) Width() (wid int, ok bool) { return max(s.wid, 0), s.wid >= 0 }

func (s *scan) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func isSpace(r rune) bool { return unicode.IsSpace(r) }

// A scanError is how scanning ends early.
type scanError struct{ err error }

func (s *scan) fail(text string) { panic(scanError{errors.New(text)}) }

// peek returns the next rune, -1 at the end.
func (s *scan) peek() rune {
	r, _, err := s.ReadRune()
	if err == io.EOF {
		return -1
	}
	if err != nil {
		panic(scanError{err})
	}
	s.UnreadRune()
	return r
}

func (s *scan) SkipSpace() {
	for {
		r := s.peek()
		switch {
		case r == '\r' || r < 0 || !isSpace(r):
			if r != '\r' {
				return
			}
		case r == '\n':
			if s.spaces {
				break
			}
			if s.lines {
				return
			}
			s.fail("unexpected newline")
		}
		s.ReadRune()
	}
}

// take reads runes while f is true.
func (s *scan) take(f func(rune) bool) string {
	var b []byte
	for {
		r := s.peek()
		if r < 0 || !f(r) {
			return string(b)
		}
		s.ReadRune()
		b = append(b, string(r)...)
	}
}

func (s *scan) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer recovered(&err)
	if f == nil {
		f = func(r rune) bool { return !isSpace(r) }
	}
	if skipSpace {
		s.SkipSpace()
	}
	return []byte(s.take(f)), nil
}

func recovered(err *error) {
	if e := recover(); e != nil {
		se, ok := e.(scanError)
		if !ok {
			panic(e)
		}
		*err = se.err
	}
}

// notEnd ends scanning if there is nothing more.
func (s *scan) notEnd() {
	switch r := s.peek(); {
	case r < 0:
		panic(scanError{io.EOF})
	case r == '\n' && s.lines:
		s.fail("unexpected newline")
	}
}

func (s *scan) word() string {
	s.SkipSpace()
	s.notEnd()
	return s.take(func(r rune) bool { return !isSpace(r) })
}

// digits reads a number's sign and what f accepts.
func (s *scan) digits(f func(rune) bool) string {
	s.SkipSpace()
	s.notEnd()
	sign := ""
	if r := s.peek(); r == '+' || r == '-' {
		s.ReadRune()
		sign = string(r)
	}
	if s.peek() != '0' && f('x') && !f('.') {
		f = intRune(10)
	}
	return sign + s.take(f)
}

func base(verb rune) int {
	switch verb {
	case 'b':
		return 2
	case 'o':
		return 8
	case 'x', 'X':
		return 16
	case 'd':
		return 10
	}
	return 0
}

func intRune(b int) func(rune) bool {
	return func(r rune) bool {
		if b == 10 || b == 2 || b == 8 {
			return '0' <= r && r <= '9' || r == '_'
		}
		hex := '0' <= r && r <= '9' || 'a' <= r && r <= 'f' || 'A' <= r && r <= 'F'
		return hex || b == 0 && (r == '_' || r == 'x' || r == 'X' || r == 'o' || r == 'O')
	}
}

func (s *scan) int(verb rune, size int) int64 {
	if verb == 'c' {
		r, _, err := s.ReadRune()
		if err != nil {
			panic(scanError{err})
		}
		return int64(r)
	}
	b := base(verb)
	text := s.digits(intRune(b))
	n, err := strconv.ParseInt(text, b, size)
	s.check(err, "integer", text)
	return n
}

func (s *scan) uint(verb rune, size int) uint64 {
	if verb == 'c' {
		return uint64(s.int(verb, 32))
	}
	b := base(verb)
	s.SkipSpace()
	s.notEnd()
	f := intRune(b)
	if b == 0 && s.peek() != '0' {
		f = intRune(10)
	}
	text := s.take(f)
	n, err := strconv.ParseUint(text, b, size)
	s.check(err, "unsigned integer", text)
	return n
}

func (s *scan) check(err error, kind, text string) {
	if err == nil {
		return
	}
	if text == "" || text == "+" || text == "-" {
		s.fail("expected integer")
	}
	if err.(*strconv.NumError).Err == strconv.ErrRange {
		s.fail(kind + " overflow on token " + text)
	}
	panic(scanError{err})
}

func (s *scan) float(size int) float64 {
	text := s.digits(func(r rune) bool {
		return '0' <= r && r <= '9' || r == '.' || r == 'e' || r == 'E' || r == '_' || r == '-' || r == '+' ||
			r == 'x' || r == 'X' || r == 'p' || r == 'P' || 'a' <= r|0x20 && r|0x20 <= 'f' || r|0x20 == 'n' || r|0x20 == 'i'
	})
	f, err := strconv.ParseFloat(text, size)
	if err != nil {
		panic(scanError{err})
	}
	return f
}

func (s *scan) text(verb rune) string {
	s.SkipSpace()
	if q := s.peek(); verb == 'q' && (q == '"' || q == '`') {
		s.ReadRune()
		text := string(q)
		for {
			r, _, err := s.ReadRune()
			if err != nil {
				panic(scanError{io.ErrUnexpectedEOF})
			}
			text += string(r)
			if r == '\\' && q == '"' {
				next, _, _ := s.ReadRune()
				text += string(next)
			} else if r == q {
				break
			}
		}
		out, err := strconv.Unquote(text)
		if err != nil {
			panic(scanError{err})
		}
		return out
	}
	return s.word()
}

func (s *scan) one(verb rune, arg any) {
	if sc, ok := arg.(Scanner); ok {
		if err := sc.Scan(s, verb); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			panic(scanError{err})
		}
		return
	}
	switch p := arg.(type) {
	case *bool:
		text := s.word()
		b, err := strconv.ParseBool(text)
		if err != nil {
			s.fail("syntax error scanning boolean")
		}
		*p = b
	case *int:
		*p = int(s.int(verb, 64))
	case *int8:
		*p = int8(s.int(verb, 8))
	case *int16:
		*p = int16(s.int(verb, 16))
	case *int32:
		*p = int32(s.int(verb, 32))
	case *int64:
		*p = s.int(verb, 64)
	case *uint:
		*p = uint(s.uint(verb, 64))
	case *uint8:
		*p = uint8(s.uint(verb, 8))
	case *uint16:
		*p = uint16(s.uint(verb, 16))
	case *uint32:
		*p = uint32(s.uint(verb, 32))
	case *uint64:
		*p = s.uint(verb, 64)
	case *float64:
		*p = s.float(64)
	case *float32:
		*p = float32(s.float(32))
	case *string:
		*p = s.text(verb)
	case *[]byte:
		*p = []byte(s.text(verb))
	default:
		s.fail("can't scan type: " + Sprintf("%T", arg))
	}
}

// oneByOne reads runes from a reader without UnreadRune.
type oneByOne struct {
	r    io.Reader
	last rune
	back bool
}

func (o *oneByOne) ReadRune() (r rune, size int, err error) {
	if o.back {
		o.back = false
		return o.last, len(string(o.last)), nil
	}
	var b [4]byte
	for n := 0; n < len(b); n++ {
		if _, err := io.ReadFull(o.r, b[n:n+1]); err != nil {
			if n > 0 && err == io.EOF {
				break
			}
			return 0, 0, err
		}
		if utf8.FullRune(b[:n+1]) {
			break
		}
	}
	o.last, size = utf8.DecodeRune(b[:])
	return o.last, size, nil
}

func (o *oneByOne) UnreadRune() error {
	o.back = true
	return nil
}

func newScan(r io.Reader, lines, spaces bool) *scan {
	if s, ok := r.(*scan); ok {
		return &scan{s.r, s.lines, s.spaces, s.wid}
	}
	rs, ok := r.(io.RuneScanner)
	if !ok {
		rs = &oneByOne{r: r}
	}
	return &scan{rs, lines, spaces, -1}
}

func (s *scan) all(a []any) (n int, err error) {
	defer recovered(&err)
	for _, arg := range a {
		s.one('v', arg)
		n++
	}
	if s.lines {
		for {
			r := s.peek()
			if r < 0 {
				break
			}
			s.ReadRune()
			if r == '\n' {
				break
			}
			if !isSpace(r) {
				s.fail("expected newline")
			}
		}
	}
	return
}

// Fscan reads values separated by spaces; newlines are spaces.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	return newScan(r, false, true).all(a)
}

// Fscanln is Fscan that stops at a newline.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	return newScan(r, true, false).all(a)
}

// Fscanf reads values as the format says.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := newScan(r, false, false)
	defer recovered(&err)
	f := []rune(format)
	for i := 0; i < len(f); i++ {
		switch {
		case isSpace(f[i]):
			for i+1 < len(f) && isSpace(f[i+1]) {
				i++
			}
			s.take(isSpace)
			continue
		case f[i] != '%' || i+1 < len(f) && f[i+1] == '%':
			if f[i] == '%' {
				i++
			}
			r := s.peek()
			if r < 0 {
				return n, io.ErrUnexpectedEOF
			}
			if r != f[i] {
				s.fail("input does not match format")
			}
			s.ReadRune()
			continue
		}
		i++
		wid := -1
		for i < len(f) && '0' <= f[i] && f[i] <= '9' {
			wid = max(wid, 0)*10 + int(f[i]-'0')
			i++
		}
		if i >= len(f) {
			s.fail("too few operands for format '%'")
		}
		verb := f[i]
		if n >= len(a) {
			s.fail("too few operands for format '%" + string(verb) + "'")
		}
		if verb != 'c' {
			s.take(func(r rune) bool { return isSpace(r) && r != '\n' })
		}
		s.wid = wid
		s.one(verb, a[n])
		n++
		s.wid = -1
	}
	if n < len(a) {
		s.fail("too many operands")
	}
	return
}

type text struct {
	s string
	i int
	n int
}

func (t *text) Read(p []byte) (n int, err error) {
	if n = copy(p, t.s[t.i:]); n == 0 {
		err = io.EOF
	}
	t.i += n
	return
}

func (t *text) ReadRune() (r rune, size int, err error) {
	if t.i >= len(t.s) {
		t.n = 0
		return 0, 0, io.EOF
	}
	r, t.n = utf8.DecodeRuneInString(t.s[t.i:])
	t.i += t.n
	return r, t.n, nil
}

func (t *text) UnreadRune() error {
	t.i -= t.n
	t.n = 0
	return nil
}

// Scan, Scanln and Scanf read standard input; Sscan, Sscanln and Sscanf a string.
func Scan(a ...any) (n int, err error)   { return Fscan(os.Stdin, a...) }
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

func Sscan(str string, a ...any) (n int, err error)   { return Fscan(&text{s: str}, a...) }
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&text{s: str}, a...) }

func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&text{s: str}, format, a...)
}
