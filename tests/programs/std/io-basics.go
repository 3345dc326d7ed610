// io: Reader and Writer helpers, Pipe between goroutines.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, strings.ToUpper(string(p[:n])))
	return n, err
}

type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

func main() {
	n, err := io.Copy(os.Stdout, upper{strings.NewReader("shout\n")})
	fmt.Println(n, err)
	var c counter
	w := io.MultiWriter(&c, io.Discard)
	io.WriteString(w, "12345")
	fmt.Println(c)
	data, _ := io.ReadAll(io.LimitReader(strings.NewReader("abcdef"), 3))
	fmt.Println(string(data))
	data, _ = io.ReadAll(io.MultiReader(strings.NewReader("x"), strings.NewReader("y")))
	fmt.Println(string(data))
	var sb strings.Builder
	io.ReadAll(io.TeeReader(strings.NewReader("tee"), &sb))
	fmt.Println(sb.String())
	buf := make([]byte, 4)
	_, err = io.ReadFull(strings.NewReader("ab"), buf)
	fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
	pr, pw := io.Pipe()
	go func() {
		for i := range 3 {
			fmt.Fprintf(pw, "msg%d ", i)
		}
		pw.CloseWithError(errors.New("done writing"))
	}()
	data, err = io.ReadAll(pr)
	fmt.Println(string(data), err)
}
