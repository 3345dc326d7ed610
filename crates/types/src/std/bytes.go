// Package bytes has functions on slices of bytes, like those of package strings.
package bytes

import (
	"errors"
	"internal/unicode"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// MinRead is the least that ReadFrom offers a Read.
const MinRead = 512

// ErrTooLarge is what a Buffer panics with when memory runs out.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

func Equal(a, b []byte) bool                                { return string(a) == string(b) }
func Compare(a, b []byte) int                               { return strings.Compare(string(a), string(b)) }
func Contains(b, subslice []byte) bool                      { return Index(b, subslice) >= 0 }
func ContainsAny(b []byte, chars string) bool               { return IndexAny(b, chars) >= 0 }
func ContainsRune(b []byte, r rune) bool                    { return IndexRune(b, r) >= 0 }
func ContainsFunc(b []byte, f func(rune) bool) bool         { return IndexFunc(b, f) >= 0 }
func Count(s, sep []byte) int                               { return strings.Count(string(s), string(sep)) }
func EqualFold(s, t []byte) bool                            { return strings.EqualFold(string(s), string(t)) }
func HasPrefix(s, prefix []byte) bool                       { return strings.HasPrefix(string(s), string(prefix)) }
func HasSuffix(s, suffix []byte) bool                       { return strings.HasSuffix(string(s), string(suffix)) }
func Index(s, sep []byte) int                               { return strings.Index(string(s), string(sep)) }
func IndexAny(s []byte, chars string) int                   { return strings.IndexAny(string(s), chars) }
func IndexByte(b []byte, c byte) int                        { return strings.IndexByte(string(b), c) }
func IndexFunc(s []byte, f func(r rune) bool) int           { return strings.IndexFunc(string(s), f) }
func IndexRune(s []byte, r rune) int                        { return strings.IndexRune(string(s), r) }
func LastIndex(s, sep []byte) int                           { return strings.LastIndex(string(s), string(sep)) }
func LastIndexAny(s []byte, chars string) int               { return strings.LastIndexAny(string(s), chars) }
func LastIndexByte(s []byte, c byte) int                    { return strings.LastIndexByte(string(s), c) }
func LastIndexFunc(s []byte, f func(r rune) bool) int       { return strings.LastIndexFunc(string(s), f) }
func Map(mapping func(r rune) rune, s []byte) []byte        { return []byte(strings.Map(mapping, string(s))) }
func Repeat(b []byte, count int) []byte                     { return []byte(repeat(string(b), count)) }
func ToUpper(s []byte) []byte                               { return []byte(strings.ToUpper(string(s))) }
func ToLower(s []byte) []byte                               { return []byte(strings.ToLower(string(s))) }
func ToTitle(s []byte) []byte                               { return []byte(strings.ToTitle(string(s))) }
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }
func Title(s []byte) []byte                                 { return []byte(strings.Title(string(s))) }
func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(string(s), string(replacement)))
}
func Runes(s []byte) []rune                { return []rune(string(s)) }
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

func repeat(s string, count int) string {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	return strings.Repeat(s, count)
}

func Replace(s, old, new []byte, n int) []byte {
	return []byte(strings.Replace(string(s), string(old), string(new), n))
}

func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

func Join(s [][]byte, sep []byte) []byte {
	b := []byte{}
	for i, v := range s {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, v...)
	}
	return b
}

// parts returns the parts of s that strings found in a copy of it.
func parts(s []byte, found []string, gap int) [][]byte {
	if found == nil {
		return nil
	}
	list := make([][]byte, len(found))
	at := 0
	for i, f := range found {
		end := at + len(f)
		list[i] = s[at:end:end]
		at = end + gap
	}
	if n := len(list); n > 0 {
		list[n-1] = s[len(s)-len(found[n-1]):]
	}
	return list
}

func Split(s, sep []byte) [][]byte      { return SplitN(s, sep, -1) }
func SplitAfter(s, sep []byte) [][]byte { return SplitAfterN(s, sep, -1) }

func SplitN(s, sep []byte, n int) [][]byte {
	return parts(s, strings.SplitN(string(s), string(sep), n), len(sep))
}

func SplitAfterN(s, sep []byte, n int) [][]byte {
	return parts(s, strings.SplitAfterN(string(s), string(sep), n), 0)
}

func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }

func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	list := [][]byte{}
	start := -1
	for i, c := range string(s) {
		if f(c) {
			if start >= 0 {
				list = append(list, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		list = append(list, s[start:len(s):len(s)])
	}
	return list
}

func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	rest := strings.TrimLeftFunc(string(s), f)
	if rest == "" {
		return nil
	}
	return s[len(s)-len(rest):]
}

func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(string(s), f))]
}

func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

func in(cutset string) func(rune) bool {
	return func(r rune) bool { return strings.ContainsRune(cutset, r) }
}

func Trim(s []byte, cutset string) []byte      { return TrimFunc(s, in(cutset)) }
func TrimLeft(s []byte, cutset string) []byte  { return TrimLeftFunc(s, in(cutset)) }
func TrimRight(s []byte, cutset string) []byte { return TrimRightFunc(s, in(cutset)) }
func TrimSpace(s []byte) []byte                { return TrimFunc(s, unicode.IsSpace) }

func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	return TrimPrefix(s, prefix), HasPrefix(s, prefix)
}

func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	return TrimSuffix(s, suffix), HasSuffix(s, suffix)
}

func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

func all(list [][]byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, v := range list {
			if !yield(v) {
				return
			}
		}
	}
}

func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(s) > 0 {
			line := s
			if i := IndexByte(s, '\n'); i >= 0 {
				line = s[: i+1 : i+1]
			}
			s = s[len(line):]
			if !yield(line) {
				return
			}
		}
	}
}

func SplitSeq(s, sep []byte) iter.Seq[[]byte]      { return all(Split(s, sep)) }
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return all(SplitAfter(s, sep)) }
func FieldsSeq(s []byte) iter.Seq[[]byte]          { return all(Fields(s)) }

func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] { return all(FieldsFunc(s, f)) }

// A Buffer holds bytes that have been written and not yet read.
type Buffer struct {
	buf  []byte
	off  int
	last int // size of the rune read last; -1: something else was read; 0: nothing
}

func NewBuffer(buf []byte) *Buffer        { return &Buffer{buf: buf} }
func NewBufferString(s string) *Buffer    { return &Buffer{buf: []byte(s)} }
func (b *Buffer) Bytes() []byte           { return b.buf[b.off:] }
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }
func (b *Buffer) Len() int                { return len(b.buf) - b.off }
func (b *Buffer) Cap() int                { return cap(b.buf) }
func (b *Buffer) Available() int          { return cap(b.buf) - len(b.buf) }

func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
	b.last = 0
}

func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = 0
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	if b.Available() < n {
		b.buf = append(make([]byte, 0, 2*cap(b.buf)+n), b.buf[b.off:]...)
		b.off = 0
	}
}

// ready is called before each write.
func (b *Buffer) ready() {
	b.last = 0
	if b.off > 0 && b.off == len(b.buf) {
		b.Reset()
	}
}

// Peek returns the next n bytes without reading them.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.off:], io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

func (b *Buffer) Write(p []byte) (n int, err error) {
	b.ready()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

func (b *Buffer) WriteString(s string) (n int, err error) {
	b.ready()
	b.buf = append(b.buf, s...)
	return len(s), nil
}

func (b *Buffer) WriteByte(c byte) error {
	b.ready()
	b.buf = append(b.buf, c)
	return nil
}

func (b *Buffer) WriteRune(r rune) (n int, err error) { return b.WriteString(string(r)) }

func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.ready()
	for {
		b.Grow(MinRead)
		m, err := r.Read(b.buf[len(b.buf):cap(b.buf)])
		if m < 0 {
			panic(errors.New("bytes.Buffer: reader returned negative count from Read"))
		}
		b.buf = b.buf[:len(b.buf)+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = 0
	if left := b.Len(); left > 0 {
		m, err := w.Write(b.buf[b.off:])
		if m > left {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += m
		if err != nil {
			return int64(m), err
		}
		if m != left {
			return int64(m), io.ErrShortWrite
		}
		n = int64(m)
	}
	b.Reset()
	return n, nil
}

// read takes n bytes; last says how the read can be undone.
func (b *Buffer) read(n, last int) []byte {
	p := b.buf[b.off : b.off+n]
	b.off += n
	b.last = last
	return p
}

func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = 0
	if b.Len() == 0 {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	if n > 0 {
		b.last = -1
	}
	return n, nil
}

func (b *Buffer) Next(n int) []byte {
	n = min(n, b.Len())
	last := 0
	if n > 0 {
		last = -1
	}
	return b.read(n, last)
}

func (b *Buffer) ReadByte() (byte, error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, io.EOF
	}
	return b.read(1, -1)[0], nil
}

func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.read(size, size)
	return r, size, nil
}

func (b *Buffer) UnreadRune() error {
	if b.last <= 0 {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.off -= b.last
	b.last = 0
	return nil
}

func (b *Buffer) UnreadByte() error {
	if b.last == 0 {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.last = 0
	if b.off > 0 {
		b.off--
	}
	return nil
}

func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	n := IndexByte(b.buf[b.off:], delim) + 1
	if n == 0 {
		n = b.Len()
		err = io.EOF
	}
	return append(line, b.read(n, -1)...), err
}

func (b *Buffer) ReadString(delim byte) (line string, err error) {
	p, err := b.ReadBytes(delim)
	return string(p), err
}

// A Reader reads from a slice.
type Reader struct {
	*strings.Reader
}

func NewReader(b []byte) *Reader { return &Reader{strings.NewReader(string(b))} }

// Reset lets r read from b.
func (r *Reader) Reset(b []byte) { r.Reader = strings.NewReader(string(b)) }
