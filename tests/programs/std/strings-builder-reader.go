// strings.Builder and strings.Reader.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	var b strings.Builder
	b.Grow(64)
	b.WriteString("abc")
	b.WriteByte('-')
	b.WriteRune('世')
	n, err := b.Write([]byte("xyz"))
	fmt.Fprintf(&b, "[%d]", 5)
	fmt.Println(b.String(), b.Len(), n, err, b.Cap() >= 64)
	b.Reset()
	fmt.Println(b.Len(), b.String() == "")
	r := strings.NewReader("héllo world")
	c, _ := r.ReadByte()
	ru, size, _ := r.ReadRune()
	fmt.Println(c, string(ru), size, r.Len(), r.Size())
	r.UnreadRune()
	buf := make([]byte, 4)
	k, err := r.Read(buf)
	fmt.Println(k, err, string(buf))
	r.UnreadByte()
	pos, _ := r.Seek(0, io.SeekStart)
	at, err := r.ReadAt(buf, 7)
	fmt.Println(pos, at, err, string(buf))
	r.WriteTo(os.Stdout)
	fmt.Println()
	_, err = r.ReadByte()
	fmt.Println(err)
	r.Reset("new")
	rest, _ := io.ReadAll(r)
	fmt.Println(string(rest))
	func() {
		defer func() { fmt.Println(recover()) }()
		var x strings.Builder
		x.WriteString("a")
		y := x
		y.WriteString("b")
	}()
}
