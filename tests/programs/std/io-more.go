// The rest of package io.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type one struct{ io.Reader }

func (o one) Read(p []byte) (int, error) { return o.Reader.Read(p[:1]) }

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

type file struct {
	io.ReadWriter
	closed bool
}

func (f *file) Close() error { f.closed = true; return nil }

type at []byte

func (a at) WriteAt(p []byte, off int64) (int, error) { return copy(a[off:], p), nil }

func main() {
	buf := make([]byte, 8)
	n, err := io.ReadAtLeast(one{strings.NewReader("abcdef")}, buf, 3)
	fmt.Println(n, err, string(buf[:n]))
	_, err = io.ReadAtLeast(strings.NewReader("ab"), buf, 3)
	fmt.Println(err)
	_, err = io.ReadAtLeast(strings.NewReader("ab"), buf, 9)
	fmt.Println(err == io.ErrShortBuffer, io.ErrNoProgress)

	var out bytes.Buffer
	m, err := io.CopyN(&out, strings.NewReader("hello world"), 5)
	fmt.Println(m, err, out.String())
	m, err = io.CopyN(&out, strings.NewReader("x"), 5)
	fmt.Println(m, err)
	m, err = io.CopyBuffer(&out, one{strings.NewReader("yz")}, make([]byte, 2))
	fmt.Println(m, err, out.String())
	_, err = io.Copy(short{}, one{strings.NewReader("abcd")})
	fmt.Println(err, err == io.ErrShortWrite)

	l := &io.LimitedReader{R: strings.NewReader("limited"), N: 3}
	n, err = l.Read(buf)
	fmt.Println(n, err, l.N)
	n, err = l.Read(buf)
	fmt.Println(n, err)

	s := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	fmt.Println(s.Size())
	n, err = s.ReadAt(buf[:3], 3)
	fmt.Println(n, err, string(buf[:n]))
	pos, err := s.Seek(-2, io.SeekEnd)
	fmt.Println(pos, err)
	n, err = s.Read(buf)
	fmt.Println(n, err, string(buf[:n]))
	pos, err = s.Seek(-4, io.SeekCurrent)
	fmt.Println(pos, err)
	_, err = s.Seek(-1, io.SeekStart)
	fmt.Println(err)
	_, off, size := s.Outer()
	fmt.Println(off, size)

	a := make(at, 10)
	w := io.NewOffsetWriter(a, 2)
	fmt.Fprint(w, "ab")
	w.WriteAt([]byte("z"), 5)
	pos, err = w.Seek(3, io.SeekStart)
	fmt.Println(pos, err)
	w.Write([]byte("c"))
	fmt.Printf("%q\n", []byte(a))

	pr, pw := io.Pipe()
	go func() {
		pw.Write([]byte("through the pipe"))
		pw.Close()
	}()
	all, err := io.ReadAll(pr)
	fmt.Println(string(all), err)
	fmt.Println(pr.Close())
	_, err = pw.Write([]byte("x"))
	fmt.Println(err, err == io.ErrClosedPipe)
	pr, pw = io.Pipe()
	pr.CloseWithError(errors.New("reader has gone"))
	_, err = pw.Write([]byte("x"))
	fmt.Println(err)
	go pw.CloseWithError(errors.New("late"))
	n, err = pr.Read(buf)
	fmt.Println(n, err)

	f := &file{ReadWriter: &out}
	var c io.ReadWriteCloser = f
	fmt.Println(c.Close(), f.closed)
	rc := io.NopCloser(strings.NewReader("x"))
	fmt.Println(rc.Close())
	var (
		_ io.Writer       = &out
		_ io.Closer       = f
		_ io.ReadCloser   = rc
		_ io.WriteCloser  = f
		_ io.ReadWriter   = &out
		_ io.Seeker       = s
		_ io.ReadSeeker   = s
		_ io.ReaderAt     = s
		_ io.WriterAt     = w
		_ io.WriteSeeker  = w
		_ io.ReaderFrom   = &out
		_ io.WriterTo     = &out
		_ io.ByteReader   = &out
		_ io.ByteScanner  = &out
		_ io.ByteWriter   = &out
		_ io.RuneReader   = &out
		_ io.RuneScanner  = &out
		_ io.StringWriter = &out
	)
	var rsc io.ReadSeekCloser
	var rws io.ReadWriteSeeker
	fmt.Println(rsc == nil, rws == nil)
}
