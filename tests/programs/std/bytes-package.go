// package bytes: the functions people use, and Buffer.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

func main() {
	b := []byte("hello, hello")
	fmt.Println(bytes.Contains(b, []byte("llo")), bytes.Index(b, []byte("h")), bytes.LastIndex(b, []byte("h")), bytes.Count(b, []byte("l")), bytes.IndexByte(b, 'o'))
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.Compare([]byte("a"), []byte("b")), bytes.HasPrefix(b, []byte("he")), bytes.HasSuffix(b, []byte("x")))
	fmt.Printf("%s %s %q %q\n", bytes.ToUpper(b), bytes.TrimSpace([]byte(" x ")), bytes.Split([]byte("a,b"), []byte(",")), bytes.Fields([]byte(" p q ")))
	fmt.Printf("%s %s %s\n", bytes.ReplaceAll(b, []byte("l"), []byte("L")), bytes.Repeat([]byte("ab"), 2), bytes.Join([][]byte{[]byte("x"), []byte("y")}, []byte("-")))
	var buf bytes.Buffer
	buf.WriteString("line one\n")
	buf.WriteByte('2')
	buf.WriteRune('é')
	buf.Write([]byte("\nend"))
	fmt.Fprintf(&buf, " %d", 42)
	fmt.Println(buf.Len(), buf.String())
	line, err := buf.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	c, _ := buf.ReadByte()
	r, n, _ := buf.ReadRune()
	fmt.Println(c, string(r), n, string(buf.Next(2)), buf.Len())
	buf.Truncate(2)
	fmt.Println(buf.String(), string(buf.Bytes()))
	buf.Reset()
	_, err = buf.ReadByte()
	fmt.Println(err == io.EOF)
	nb := bytes.NewBufferString("to stdout\n")
	nb.WriteTo(os.Stdout)
	rd := bytes.NewReader([]byte("reader"))
	rest, _ := io.ReadAll(rd)
	fmt.Println(string(rest))
}
