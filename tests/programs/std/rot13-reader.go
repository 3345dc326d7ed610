package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

type rot13Reader struct{ r io.Reader }

func (x rot13Reader) Read(p []byte) (n int, err error) {
	n, err = x.r.Read(p)
	for i := range p[:n] {
		switch c := p[i]; {
		case 'A' <= c && c <= 'Z':
			p[i] = (c-'A'+13)%26 + 'A'
		case 'a' <= c && c <= 'z':
			p[i] = (c-'a'+13)%26 + 'a'
		}
	}
	return
}

type MyReader struct{ n int }

func (m *MyReader) Read(b []byte) (int, error) {
	if m.n == 0 {
		return 0, io.EOF
	}
	k := min(len(b), m.n)
	for i := range b[:k] {
		b[i] = 'A'
	}
	m.n -= k
	return k, nil
}

func main() {
	s := strings.NewReader("Lbh penpxrq gur pbqr!\n")
	r := rot13Reader{s}
	io.Copy(os.Stdout, &r)
	b, err := io.ReadAll(&MyReader{600})
	fmt.Println(len(b), err, string(b[:5]))
	lr := io.LimitReader(&MyReader{100}, 7)
	b, _ = io.ReadAll(lr)
	fmt.Printf("%s\n", b)
	var sb strings.Builder
	w := io.MultiWriter(&sb, os.Stdout)
	fmt.Fprintf(w, "both %d\n", 42)
	fmt.Printf("%q\n", sb.String())
	tr := io.TeeReader(strings.NewReader("tee"), &sb)
	x := make([]byte, 2)
	n, err := io.ReadFull(tr, x)
	fmt.Println(n, err, string(x), sb.Len())
	n, err = io.ReadFull(tr, make([]byte, 5))
	fmt.Println(n, err, err == io.ErrUnexpectedEOF)
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through the pipe")
		pw.Close()
	}()
	all, _ := io.ReadAll(pr)
	fmt.Println(string(all))
}
