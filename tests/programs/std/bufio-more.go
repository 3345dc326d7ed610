// The rest of bufio: readers byte by byte, writers of a given size, scanners with split functions.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

func main() {
	r := bufio.NewReaderSize(strings.NewReader("héllo\nworld and more text that is long\nend"), 16)
	fmt.Println(r.Size(), r.Buffered())
	b, _ := r.ReadByte()
	fmt.Printf("%c %v %d\n", b, r.UnreadByte(), r.Buffered())
	c, n, _ := r.ReadRune()
	fmt.Printf("%c %d %v\n", c, n, r.UnreadRune())
	fmt.Println(r.UnreadRune() == bufio.ErrInvalidUnreadRune)
	line, prefix, err := r.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	line, prefix, err = r.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	_, err = r.ReadSlice('!')
	fmt.Println(err == bufio.ErrBufferFull)
	rest, err := r.ReadBytes('\n')
	fmt.Printf("%q %v\n", rest, err)
	k, err := r.Discard(1)
	fmt.Println(k, err)
	_, err = r.Discard(-1)
	fmt.Println(err == bufio.ErrNegativeCount)
	buf := make([]byte, 10)
	n, err = r.Read(buf)
	fmt.Printf("%q %v\n", buf[:n], err)
	n, err = r.Read(buf)
	fmt.Println(n, err)
	r.Reset(strings.NewReader("again"))
	fmt.Println(r.UnreadByte() == bufio.ErrInvalidUnreadByte)
	var sb strings.Builder
	m, err := r.WriteTo(&sb)
	fmt.Println(m, err, sb.String())

	var out bytes.Buffer
	w := bufio.NewWriterSize(&out, 16)
	fmt.Println(w.Size(), w.Available(), len(w.AvailableBuffer()))
	w.WriteByte('a')
	w.WriteRune('é')
	w.Write([]byte("bcdefghijklmnopqrs"))
	fmt.Println(out.Len(), w.Buffered(), w.Available())
	w.ReadFrom(strings.NewReader(" from a reader"))
	w.Flush()
	fmt.Println(out.String())
	out.Reset()
	w.Reset(&out)
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), w)
	s, err := rw.ReadString('x')
	fmt.Fprintf(rw, "<%s %v>", s, err)
	rw.Flush()
	fmt.Println(out.String())

	scan := func(text string, split bufio.SplitFunc, size int) {
		sc := bufio.NewScanner(strings.NewReader(text))
		sc.Buffer(make([]byte, 0, 4), size)
		if split != nil {
			sc.Split(split)
		}
		for sc.Scan() {
			fmt.Printf("%q ", sc.Text())
		}
		fmt.Println(sc.Err())
	}
	scan("one\r\ntwo\n\nthree", bufio.ScanLines, bufio.MaxScanTokenSize)
	scan("añb", bufio.ScanBytes, 100)
	scan("a line that is too long", nil, 8)
	scan("1,2,3,STOP,4", func(data []byte, atEOF bool) (int, []byte, error) {
		i := bytes.IndexByte(data, ',')
		if i < 0 {
			if atEOF && len(data) > 0 {
				return len(data), data, bufio.ErrFinalToken
			}
			return 0, nil, nil
		}
		if string(data[:i]) == "STOP" {
			return 0, nil, bufio.ErrFinalToken
		}
		return i + 1, data[:i], nil
	}, 100)
	scan("x", func(data []byte, atEOF bool) (int, []byte, error) { return -1, nil, nil }, 100)
	scan("x", func(data []byte, atEOF bool) (int, []byte, error) { return 99, nil, nil }, 100)
	scan("x", func(data []byte, atEOF bool) (int, []byte, error) { return 0, nil, errors.New("mine") }, 100)
	fmt.Println(bufio.ErrTooLong, bufio.ErrNegativeAdvance, bufio.ErrAdvanceTooFar, bufio.ErrBadReadCount)
	var any io.Reader = (*bufio.Reader)(r)
	_, ok := any.(io.RuneScanner)
	fmt.Println(ok)
	var p *bufio.Writer = w
	var q *bufio.ReadWriter = rw
	fmt.Println(p.Buffered() == q.Writer.Buffered())
}
